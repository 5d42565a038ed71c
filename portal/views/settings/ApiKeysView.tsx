import { Plus } from 'lucide-react'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { momentOf } from '../amounts.ts'
import type { PortalProblem } from '../problems.ts'
import { StaleNotice } from '../StaleNotice.tsx'
import { useNow } from '../useNow.ts'
import { NotReady, type SectionState } from './SectionState.tsx'
import type { ApiKeyRow } from './settings-types.ts'

export interface ApiKeysProps {
  /** Newest first. */
  keys: readonly ApiKeyRow[]
  /** As many as a workspace may have. */
  most: number
  /** Why what is shown is from before; null while it is fresh. */
  stale?: PortalProblem | null
  /** Default: the clock. */
  nowMs?: number
  onCreate(): void
  onRevoke(id: string): void
}
export type ApiKeysViewProps = SectionState | ({ state: 'ready' } & ApiKeysProps)

/** The keys programs act for the workspace with. */
export function ApiKeysView(props: ApiKeysViewProps) {
  if (props.state !== 'ready') return <NotReady {...props} title="API keys" />
  if (props.keys.length === 0)
    return (
      <EmptyState title="No key works" actions={<Create {...props} />}>
        Make one, and programs can act for your workspace with it.
      </EmptyState>
    )
  return <ApiKeys {...props} />
}

function Create({ keys, most, onCreate }: ApiKeysProps) {
  return (
    <Button small={keys.length > 0} off={keys.length >= most} onClick={onCreate}>
      <Plus size={15} strokeWidth={1.75} aria-hidden />
      New key
    </Button>
  )
}

function ApiKeys(props: ApiKeysProps) {
  const { keys, most, stale } = props
  const nowMs = useNow(props.nowMs)
  return (
    <>
      {stale && <StaleNotice problem={stale} />}
      <Card title="API keys" count={`${keys.length} of ${most}`} flush action={<Create {...props} />}>
        <p className="max-w-[64ch] px-4 pb-4 text-ui text-ink-2 tablet:px-5">
          {keys.length >= most
            ? `All ${most} are in use. Revoke one that is not needed any more to make room for another.`
            : 'Give each program a key of its own: then one can end without the others. A key ends with the membership of whoever made it.'}
        </p>
        <ul aria-label="API keys">
          {keys.map((key) => (
            <Key key={key.id} apiKey={key} nowMs={nowMs} onRevoke={props.onRevoke} />
          ))}
        </ul>
      </Card>
    </>
  )
}

interface OneKey extends Pick<ApiKeysProps, 'onRevoke'> {
  apiKey: ApiKeyRow
  nowMs: number
}

function Key({ apiKey: { id, name, prefix, maker, createdAt, usedAt }, nowMs, onRevoke }: OneKey) {
  return (
    <li className="flex items-center gap-3 border-t border-line px-4 py-2.5 text-ui tablet:px-5">
      <span className="grid min-w-0 flex-1 gap-0.5">
        <span className="flex flex-wrap items-baseline gap-x-2.5">
          <span className="font-medium wrap-anywhere">{name}</span>
          <code className="font-mono text-small text-ink-2" dir="ltr">
            {prefix}…
          </code>
        </span>
        <span className="text-small text-ink-2">
          Made {maker === null ? 'at set-up' : `by ${maker || 'a former member'}`}, {momentOf(createdAt, nowMs)}.{' '}
          {usedAt === null ? 'Never used.' : `Last used ${momentOf(usedAt, nowMs)}.`}
        </span>
      </span>
      <Button kind="outline" small aria-label={`Revoke ${name}`} onClick={() => onRevoke(id)}>
        Revoke
      </Button>
    </li>
  )
}
