/** Behind the door: the leaving as it stands, or the question whether to begin one. */
import { useEffect, useMemo, useState } from 'react'
import { offboardingMachine } from '../../machines/offboarding/offboarding.machine.ts'
import type { OffboardingView } from '../../machines/offboarding/offboarding.view.ts'
import { isGone, reasonOf } from '../client/connection.ts'
import { useFlow } from '../client/useFlow.ts'
import type { View } from '../client/wire.ts'
import { LoadingStep } from '../steps/LoadingStep.tsx'
import type { Door } from './door.ts'
import type { LeavingEvents } from './Leaving.tsx'
import { LeavingScreen } from './LeavingScreen.tsx'
import { stateOf } from './moment.ts'
import { BeginStep } from './steps/BeginStep.tsx'
import { FailedStep } from './steps/FailedStep.tsx'

export interface InsideProps extends LeavingEvents {
  readonly base: string
  readonly door: Door
  /** The token has lapsed, or the reader is no owner any more. */
  onGone(): void
}

type Found = View | 'waiting' | 'none' | 'failed'

export function Inside({ base, door, onGone, ...events }: InsideProps) {
  const [found, setFound] = useState<Found>('waiting')
  const [busy, setBusy] = useState(false)
  async function look(ask: () => Promise<View | null>) {
    setBusy(true)
    try {
      setFound((await ask()) ?? 'none')
    } catch (error) {
      if (isGone(error) || reasonOf(error) === 'signed.out') onGone()
      else setFound('failed')
    }
    setBusy(false)
  }
  // oxlint-disable-next-line react/exhaustive-deps -- once for each door
  useEffect(() => void look(door.current), [door])

  if (found === 'waiting') return <LoadingStep />
  if (found === 'failed') return <FailedStep busy={busy} onAgain={() => void look(door.current)} />
  if (found === 'none') return <BeginStep company={door.company} busy={busy} onBegin={() => void look(door.begin)} />
  return (
    <Running
      key={found.id}
      base={base}
      door={door}
      first={found}
      onGone={onGone}
      onBegin={() => void look(door.begin)}
      {...events}
    />
  )
}

interface RunningProps extends InsideProps {
  readonly first: View
  onBegin(): void
}

function Running({ base, door, first, onGone, onBegin, onStep, onCompleted }: RunningProps) {
  const connection = useMemo(() => door.connection(first.id), [door, first.id])
  const { snapshot, aftermath, send } = useFlow(offboardingMachine, connection, first)
  const { view } = snapshot
  const state = stateOf(view.value)
  useEffect(() => {
    onStep?.(state)
    if (state === 'closed') onCompleted?.()
    // oxlint-disable-next-line react/exhaustive-deps -- told of each state once
  }, [state])
  useEffect(() => {
    if (aftermath.gone) onGone()
    // oxlint-disable-next-line react/exhaustive-deps -- told once
  }, [aftermath.gone])
  return (
    <LeavingScreen
      moment={{
        id: view.id,
        state,
        facts: view.context as unknown as OffboardingView,
        company: door.company,
        busy: aftermath.busy,
        problem: aftermath.problem,
      }}
      base={base}
      send={(event) => void send(event)}
      onBegin={onBegin}
    />
  )
}
