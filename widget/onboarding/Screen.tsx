/**
 * The screen of a moment. The first step is here, because the first input must work at once; whatever follows comes as
 * one piece a moment later, and the address screen asks for it as soon as it stands.
 */
import { lazy, Suspense, useEffect } from 'react'
import { AddressStep } from '../steps/AddressStep.tsx'
import { LoadingStep } from '../steps/LoadingStep.tsx'
import { SkewStep } from '../steps/SkewStep.tsx'
import type { ScreenProps } from './moment.ts'

const loadLater = () => import('./LaterScreen.tsx')
const LaterScreen = lazy(() =>
  loadLater().then(
    (later) => ({ default: later.LaterScreen }),
    // a newer build has taken its place, or the line is down: what was entered is on the server
    () => ({ default: PieceMissing }),
  ),
)
const PieceMissing = ({ acts }: ScreenProps) => <SkewStep onReload={acts.reload} />

export function Screen(props: ScreenProps) {
  useEffect(() => void loadLater().catch(() => {}), [])
  if (props.moment.screen === 'AddressStep') return <Address {...props} />
  return (
    <Suspense fallback={<LoadingStep />}>
      <LaterScreen {...props} />
    </Suspense>
  )
}

function Address({ moment: { context, problem, problems, busy }, acts }: ScreenProps) {
  return (
    <AddressStep
      email={context.email}
      problem={problems['email'] ?? problem}
      busy={busy}
      onSubmit={({ email }) => acts.send({ type: 'address.submitted', email })}
    />
  )
}
