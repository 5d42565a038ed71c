/** The sign-up, wherever it is mounted: in the frame, on the hosted page, or in a React page. */
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { Session } from '../client/session.ts'
import type { View } from '../client/wire.ts'
import { LoadingStep } from '../steps/LoadingStep.tsx'
import { blankView } from './blank.ts'
import { postHandOver } from './hand-over.ts'
import type { Places } from './moment.ts'
import { Screen } from './Screen.tsx'
import { useOnboarding } from './useOnboarding.ts'

const OfflineStep = lazy(() =>
  import('../steps/OfflineStep.tsx').then(
    (step) => ({ default: step.OfflineStep }),
    // not even this could be loaded: a link is all that is left, and it is in the page already
    () => ({ default: ({ hostedUrl }: { hostedUrl: string }) => <a href={hostedUrl}>{hostedUrl}</a> }),
  ),
)

/** What a host may listen to. Ids and names only: no address ever leaves the widget. */
export interface OnboardingEvents {
  /** The state is shown, by its path. */
  onStep?(state: string): void
  onCompleted?(): void
}

export interface OnboardingProps extends OnboardingEvents {
  readonly session: Session
  readonly places: Places
}

/** How long we rest before we look for the server again. */
const RETRY_MS = 5000

/** Resumes where this browser left off, or starts at the first step. */
export function Onboarding({ session, places, ...events }: OnboardingProps) {
  const [first, setFirst] = useState<View | 'waiting' | 'unreachable'>('waiting')
  const [round, setRound] = useState(0)

  useEffect(() => {
    let current = true
    let retry: ReturnType<typeof setTimeout> | undefined
    session.resume().then(
      (view) => current && setFirst(view ?? blankView()),
      () => {
        if (!current) return
        setFirst('unreachable')
        // quietly, so that what the person reads stays where it is
        retry = setTimeout(() => setRound((was) => was + 1), RETRY_MS)
      },
    )
    return () => {
      current = false
      clearTimeout(retry)
    }
  }, [session, round])

  const again = () => {
    setFirst('waiting')
    setRound(round + 1)
  }
  if (first === 'waiting') return <LoadingStep />
  if (first === 'unreachable')
    return (
      <Suspense fallback={<LoadingStep />}>
        <OfflineStep hostedUrl={places.hostedUrl} onRetry={again} />
      </Suspense>
    )
  const restart = () => {
    session.forget()
    again()
  }
  return <Running key={round} session={session} first={first} places={places} onRestart={restart} {...events} />
}

interface RunningProps extends OnboardingProps {
  readonly first: View
  onRestart(): void
}

function Running({ session, first, places, onRestart, onStep, onCompleted }: RunningProps) {
  const { snapshot, moment, send, attempt } = useOnboarding(session, first)
  const state = JSON.stringify(snapshot.value)
  useTold(state, (reached) => {
    onStep?.(reached)
    if (reached === '"ready"') onCompleted?.()
  })
  return (
    <Screen
      moment={moment}
      places={places}
      session={session}
      invoked={snapshot.view.children}
      acts={{
        send: (event) => void send(event),
        open: () => void attempt(async () => postHandOver(await session.handOver())),
        restart: onRestart,
        reload: () => location.reload(),
      }}
    />
  )
}

/** Tells of each new state once, whatever function it is told to by then. */
function useTold(state: string, tell: (state: string) => void) {
  const newest = useRef(tell)
  useEffect(() => {
    newest.current = tell
  })
  useEffect(() => newest.current(state), [state])
}
