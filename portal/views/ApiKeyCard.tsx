import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { Card } from '../../ui/Card.tsx'
import { ProblemPanel } from '../../ui/ProblemPanel.tsx'
import { momentOf } from './amounts.ts'
import type { ActionState, ApiKey } from './home-types.ts'
import { wordsFor } from './problems.ts'

export interface ApiKeyCardProps {
  apiKey: ApiKey
  nowMs: number
  /** Showing it. */
  action: ActionState
  onReveal(): void
}

/** One key of the workspace: the one that can still be shown, else the newest. The others stand in the settings. */
export function ApiKeyCard({ apiKey, nowMs, action, onReveal }: ApiKeyCardProps) {
  const { name, prefix, createdAt, revealed, count } = apiKey
  return (
    <Card title="API key" {...(count > 1 && { count: `1 of ${count}` })}>
      <div className="grid gap-4">
        {action.problem && <ProblemPanel problem={wordsFor(action.problem)} />}
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <code className="rounded-control bg-sunken px-3.5 py-2 font-mono text-ui" dir="ltr">
            {prefix}…
          </code>
          <p className="min-w-52 flex-1 text-ui text-ink-2">
            <span className="font-medium text-ink wrap-anywhere">{name}</span>, made {momentOf(createdAt, nowMs)}.{' '}
            {revealed ? 'It was shown once; we keep only its fingerprint.' : 'It can be shown once.'}
          </p>
          <div className="flex w-full gap-2 *:flex-1 tablet:w-auto">
            {!revealed && (
              <Button kind="outline" busy={action.busy} onClick={onReveal}>
                Show the key
              </Button>
            )}
            <ButtonLink kind="outline" href="/portal/settings/api-keys">
              All keys
            </ButtonLink>
          </div>
        </div>
      </div>
    </Card>
  )
}
