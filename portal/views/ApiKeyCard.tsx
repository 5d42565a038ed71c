import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { ProblemPanel } from '../../ui/ProblemPanel.tsx'
import { momentOf } from './amounts.ts'
import type { ActionState, ApiKey } from './home-types.ts'
import { wordsFor } from './problems.ts'

export interface ApiKeyCardProps {
  apiKey: ApiKey
  nowMs: number
  /** Showing or replacing it. */
  action: ActionState
  onReveal(): void
  onRoll(): void
}

/** The key of the workspace. It can be shown once; after that only a new one can be read. */
export function ApiKeyCard({ apiKey, nowMs, action, onReveal, onRoll }: ApiKeyCardProps) {
  const { prefix, createdAt, revealed } = apiKey
  return (
    <Card title="API key">
      <div className="grid gap-4">
        {action.problem && <ProblemPanel problem={wordsFor(action.problem)} />}
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <code className="rounded-control bg-sunken px-3.5 py-2 font-mono text-ui" dir="ltr">
            {prefix}…
          </code>
          <p className="min-w-52 flex-1 text-ui text-ink-2">
            Created {momentOf(createdAt, nowMs)}.{' '}
            {revealed ? 'It was shown once; we keep only its fingerprint.' : 'It can be shown once.'}
          </p>
          <div className="flex w-full gap-2 *:flex-1 tablet:w-auto">
            {!revealed && (
              <Button kind="outline" busy={action.busy} onClick={onReveal}>
                Show the key
              </Button>
            )}
            <Button kind="outline" busy={action.busy && revealed} off={action.busy} onClick={onRoll}>
              Replace it
            </Button>
          </div>
        </div>
      </div>
    </Card>
  )
}
