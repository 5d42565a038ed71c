/** One actor: its chart as it is now or was at any line of its journal, and what belongs to it. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { reasonOf } from '../../../widget/client/connection.ts'
import type { Chosen } from '../../../ui/chart/marks.ts'
import { problemOf } from '../../data/problem.ts'
import { useTitle } from '../../screens/useTitle.ts'
import { NotFoundView } from '../../views/NotFoundView.tsx'
import { ProblemView } from '../../views/ProblemView.tsx'
import { api } from '../data/api.ts'
import { usePicture } from '../data/pictures.ts'
import type { Operator } from '../data/types.ts'
import type { At } from '../journey.ts'
import { ActorTitle } from '../views/ActorTitle.tsx'
import { ActorView } from '../views/ActorView.tsx'
import { Alone, ConsoleWaiting } from '../views/Alone.tsx'
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

  const title = actor.data ? <ActorTitle actor={actor.data} at={at} /> : <b className="truncate font-mono">{id}</b>
  const inside = (page: React.ReactNode) => (
    <Inside operator={operator} title={title}>
      {page}
    </Inside>
  )
  const failed = actor.error ?? journal.error
  if (failed && reasonOf(failed) === 'absent')
    return inside(
      <Alone>
        <NotFoundView homeHref="/operator/flows" />
      </Alone>,
    )
  if (failed)
    return inside(
      <Alone>
        <ProblemView problem={problemOf(failed)} busy={actor.isFetching} onRetry={() => void actor.refetch()} />
      </Alone>,
    )
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
