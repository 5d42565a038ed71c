/** Leaving from a product's own page: the address, the code, the workspace, and then the chart of the leaving itself. */
import { Suspense, useEffect, useState } from 'react'
import { type Door, openDoor } from './door.ts'
import { LoadingStep } from '../steps/LoadingStep.tsx'
import { ChooseStep, GoneStep, Inside, loadLater, NoneStep } from './later.ts'
import { type LetIn, type Proved } from './proved.ts'
import { SignIn } from './SignIn.tsx'

export interface LeavingEvents {
  /** The state is shown, by its path. */
  onStep?(state: string): void
  /** The workspace is closed for good. */
  onCompleted?(): void
}

export interface LeavingProps extends LeavingEvents {
  /** Our own origin; empty on our own pages. */
  readonly base: string
  /** BCP 47 */
  readonly locale: string
}

export const Leaving = (props: LeavingProps) => (
  <Suspense fallback={<LoadingStep />}>
    <Steps {...props} />
  </Suspense>
)

function Steps({ base, locale, ...events }: LeavingProps) {
  const [proved, setProved] = useState<Proved | null>(null)
  const [door, setDoor] = useState<Door | null>(null)
  const [isGone, setGone] = useState(false)
  useEffect(() => void loadLater().catch(() => {}), [])

  function enter(found: LetIn) {
    if (found.entered) setDoor(openDoor({ base, ...found.entered }))
  }
  function restart() {
    setProved(null)
    setDoor(null)
    setGone(false)
  }
  if (isGone) return <GoneStep onAgain={restart} />
  if (door) return <Inside key={door.tenant} base={base} door={door} onGone={() => setGone(true)} {...events} />
  if (!proved)
    return (
      <SignIn
        base={base}
        locale={locale}
        onProved={(found) => {
          setProved(found)
          enter(found)
        }}
      />
    )
  if (proved.workspaces.length === 0) return <NoneStep email={proved.email} onAgain={restart} />
  return (
    <ChooseStep
      workspaces={proved.workspaces}
      onChoose={(tenant) => {
        proved.choose(tenant).then(enter, () => setGone(true))
      }}
    />
  )
}
