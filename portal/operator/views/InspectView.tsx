/** Actors as the inspector hears of them: a list of who there is, and everything that happened to each, newest first. */
import type { StatelyInspectionEvent } from '@statelyai/inspect'
import { useState } from 'react'
import { readableName } from '../../../machines/kit/readable.ts'
import { Button } from '../../../ui/Button.tsx'
import { Glyph, type Role } from '../../../ui/Glyph.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Line } from '../data/useInspection.ts'
import { eventWords } from '../event-words.ts'
import { momentOf } from '../times.ts'
import { Fields } from './Fields.tsx'

export interface InspectViewProps {
  messages: readonly StatelyInspectionEvent[]
  line: Line
  /** What of a person is shown. Default: nothing, because the server has hidden it. */
  note?: string
  /** False: the browser opened no window. */
  onStately(): boolean
}

const hidden = 'What is about a person is hidden already.'

const lines: Readonly<Record<Line, { role: Role; words: string }>> = {
  opening: { role: 'us', words: 'Opening the stream' },
  live: { role: 'active', words: 'Live' },
  broken: { role: 'problem', words: 'The stream broke; it is opened again by itself' },
  absent: { role: 'final', words: 'There is no such actor' },
  'signed out': { role: 'problem', words: 'You are signed out' },
}

export function InspectView({ messages, line, note = hidden, onStately }: InspectViewProps) {
  const actors = messages.filter((message) => message.type === '@xstate.actor')
  const [blocked, setBlocked] = useState(false)
  const [picked, setPicked] = useState<string | null>(null)
  const shown = picked ?? actors[0]?.sessionId ?? null
  const steps = messages.filter(({ type, sessionId }) => type !== '@xstate.actor' && sessionId === shown)
  const { role, words } = lines[line]
  return (
    <div className="mx-auto grid max-w-[1000px] gap-5 p-4 tablet:p-6">
      <div className="flex flex-wrap items-center gap-3">
        <p role="status" className="flex flex-1 items-center gap-2 text-ui font-medium">
          <Glyph role={role} /> {words}
        </p>
        <Button kind="outline" small off={actors.length === 0} onClick={() => setBlocked(!onStately())}>
          Open in Stately’s inspector
        </Button>
      </div>
      <Notice role="active" title="Nothing leaves this server by itself.">
        {note} The button opens a window on stately.ai and tells it what you see here.
      </Notice>
      {blocked && (
        <Notice role="person" title="Your browser blocked the window.">
          Allow pop-ups for this page, then press again.
        </Notice>
      )}
      <div className="grid grid-cols-1 gap-5 tablet:grid-cols-[260px_minmax(0,1fr)]">
        <nav aria-label="Actors">
          <h2 className="text-small font-medium text-ink-3">Actors</h2>
          <ul className="mt-1 grid gap-0.5">
            {actors.map(({ sessionId, name }) => (
              <li key={sessionId}>
                <button
                  type="button"
                  aria-current={sessionId === shown ? 'true' : undefined}
                  onClick={() => setPicked(sessionId)}
                  className="grid w-full gap-0.5 rounded-control px-2.5 py-1.5 text-start hover:bg-hover aria-[current]:bg-selected"
                >
                  <span className="text-ui font-medium">{readableName(name)}</span>
                  <span className="truncate font-mono text-micro text-ink-3">{sessionId}</span>
                </button>
              </li>
            ))}
          </ul>
        </nav>
        <section aria-label="What happened">
          <h2 className="text-small font-medium text-ink-3">What happened, newest first</h2>
          <ol className="mt-1 grid gap-2">
            {steps.toReversed().map((message) => (
              <li key={`${message.type}/${message.id}`}>
                <Step message={message} />
              </li>
            ))}
          </ol>
        </section>
      </div>
    </div>
  )
}

function Step({ message }: { message: StatelyInspectionEvent }) {
  if (message.type === '@xstate.actor') return null
  const { type, ...payload } = message.event as { type: string } & Record<string, unknown>
  const snapshot =
    message.type === '@xstate.snapshot' ? (message.snapshot as { value?: unknown; context?: unknown }) : null
  return (
    <details className="rounded-control border border-line bg-surface px-3 py-2">
      <summary className="flex cursor-pointer flex-wrap items-baseline gap-x-3 gap-y-0.5 text-ui">
        <span className="font-medium">{snapshot ? 'is in' : eventWords(type)}</span>
        {snapshot && (
          <code className="min-w-0 flex-1 font-mono text-small wrap-anywhere text-ink-2">
            {JSON.stringify(snapshot.value)}
          </code>
        )}
        <time className="ms-auto text-small text-ink-3 tabular-nums">{momentOf(Number(message.createdAt))}</time>
      </summary>
      <div className="mt-2">
        <Fields title={snapshot ? 'Context' : 'Event'} value={snapshot ? snapshot.context : payload} />
      </div>
    </details>
  )
}
