/** One actor: its chart as it is now or was at any line of its journal, and what belongs to it. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { Chosen } from '../../../ui/chart/marks.ts'
import { useTitle } from '../../screens/useTitle.ts'
import { api } from '../data/api.ts'
import { fetched } from '../data/fetched.ts'
import { usePicture } from '../data/pictures.ts'
import type { Operator } from '../data/types.ts'
import type { At } from '../journey.ts'
import { ActorTitle } from '../views/ActorTitle.tsx'
import { ActorView } from '../views/ActorView.tsx'
import { ConsoleWaiting } from '../views/Alone.tsx'
import { Failed } from '../views/Failed.tsx'
import { Inside } from './Inside.tsx'
import { useActor } from './useActor.ts'

export function ActorScreen({ operator, id }: { operator: Operator; id: string }) {
  useTitle(id, 'Console')
  const { at, goTo } = useMoment()
  const [chosen, setChosen] = useState<Chosen>(null)
  const { actor, journal, page } = useActor(id, at?.seq ?? null)
  const picture = usePicture(actor.data?.flow)
  const seq = at?.seq ?? actor.data?.seq
  const moment = useQuery({
    ...api.operator.moment.queryOptions({ id, seq: seq ?? 1 }),
    enabled: actor.data?.readable === 'yes',
    staleTime: Infinity,
    placeholderData: (before) => before,
  })

  const { failed, stale, busy, retry } = fetched(actor, journal, picture)
  const title = actor.data ? <ActorTitle actor={actor.data} at={at} /> : <b className="truncate font-mono">{id}</b>
  const inside = (page: React.ReactNode) => <Inside {...{ operator, title, stale }}>{page}</Inside>
  if (failed) return inside(<Failed problem={failed} busy={busy} onRetry={retry} />)
  if (!actor.data || !journal.data || picture.isPending) return inside(<ConsoleWaiting label="this journey" />)
  return inside(
    <ActorView
      actor={actor.data}
      picture={actor.data.readable === 'unknown' ? null : (picture.data ?? null)}
      entries={journal.data}
      isWhole={page.isWhole}
      standing={moment.data ?? null}
      at={at}
      chosen={chosen}
      onChoose={setChosen}
      onGoTo={goTo}
    />,
  )
}

/** The moment that is looked at stands in the address, so that a link leads to it. Null is now. */
function useMoment() {
  const [place, go] = useLocation()
  const query = new URLSearchParams(useSearch())
  const seq = countIn(query, 'at')
  const at: At | null = seq === null ? null : { seq, micro: countIn(query, 'micro') }
  function goTo(to: At | null) {
    const text = to === null ? '' : `?at=${to.seq}${to.micro === null ? '' : `&micro=${to.micro}`}`
    go(place + text, { replace: true })
  }
  return { at, goTo }
}

function countIn(query: URLSearchParams, name: string): number | null {
  const text = query.get(name)
  return text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null
}
