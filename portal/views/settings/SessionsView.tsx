import { Laptop, Smartphone } from 'lucide-react'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { ProblemPanel } from '../../../ui/ProblemPanel.tsx'
import { countOf, momentOf } from '../amounts.ts'
import type { ActionState } from '../home-types.ts'
import { wordsFor } from '../problems.ts'
import { useNow } from '../useNow.ts'
import { NotReady, type SectionState } from './SectionState.tsx'
import type { SessionRow } from './settings-types.ts'

export interface SessionsProps {
  /** The one that looks first. */
  sessions: readonly SessionRow[]
  action: ActionState
  /** Default: the clock. */
  nowMs?: number
  onEnd(name: string): void
  onEndOthers(): void
}
export type SessionsViewProps = SectionState | ({ state: 'ready' } & SessionsProps)

/** Where one is signed in, and the way to end it. */
export function SessionsView(props: SessionsViewProps) {
  if (props.state !== 'ready') return <NotReady {...props} title="Sessions" />
  return <Sessions {...props} />
}

function Sessions({ sessions, action, nowMs, onEnd, onEndOthers }: SessionsProps) {
  const clockMs = useNow(nowMs)
  const isAlone = sessions.length === 1
  return (
    <Card
      title="Sessions"
      count={countOf(sessions.length)}
      flush
      action={
        !isAlone && (
          <Button kind="outline" small off={action.busy} onClick={onEndOthers}>
            End all others
          </Button>
        )
      }
    >
      <div className="grid gap-3 px-4 pb-4 tablet:px-5">
        <p className="max-w-[64ch] text-ui text-ink-2">
          {isAlone
            ? 'You are signed in here and nowhere else.'
            : 'One you do not know? End it, and change your password. It is out at once, whatever it was doing.'}
        </p>
        {action.problem && <ProblemPanel problem={wordsFor(action.problem)} />}
      </div>
      <ul aria-label="Your sessions" aria-busy={action.busy || undefined}>
        {sessions.map((session) => (
          <Session key={session.name} session={session} nowMs={clockMs} busy={action.busy} onEnd={onEnd} />
        ))}
      </ul>
    </Card>
  )
}

interface OneSession extends Pick<SessionsProps, 'onEnd'> {
  session: SessionRow
  nowMs: number
  busy: boolean
}

function Session({ session: { name, device, beganAt, seenAt, isThis }, nowMs, busy, onEnd }: OneSession) {
  const Picture = /iPhone|Android|phone/.test(device) ? Smartphone : Laptop
  return (
    <li className="flex min-h-15 items-center gap-3 border-t border-line px-4 py-2.5 text-ui tablet:px-5">
      <Picture size={18} strokeWidth={1.75} className="flex-none text-ink-3" aria-hidden />
      <span className="grid min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          {device}
          {isThis && <Chip role="active">This one</Chip>}
        </span>
        <span className="text-small text-ink-2">
          Signed in {momentOf(beganAt, nowMs)}. {isThis ? 'In use now.' : `Last seen ${momentOf(seenAt, nowMs)}.`}
        </span>
      </span>
      {!isThis && (
        <Button kind="outline" small off={busy} aria-label={`End the session of ${device}`} onClick={() => onEnd(name)}>
          End
        </Button>
      )}
    </li>
  )
}
