import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ProblemView } from '../ProblemView.tsx'
import type { PortalProblem } from '../problems.ts'
import { StaleNotice } from '../StaleNotice.tsx'
import { useNow } from '../useNow.ts'
import { WaitingView } from '../WaitingView.tsx'
import type { AuditCheck, AuditFilters, AuditItem } from './audit-types.ts'
import { AuditFilterBar } from './AuditFilterBar.tsx'
import { AuditLine } from './AuditLine.tsx'
import { ChainCheck } from './ChainCheck.tsx'

export interface AuditProps {
  /** Newest first. */
  readonly items: readonly AuditItem[]
  readonly filters: AuditFilters
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly more: boolean
  /** Older entries are on their way. */
  readonly busy: boolean
  readonly stale: PortalProblem | null
  readonly check: AuditCheck
  /** Default: the clock. */
  readonly nowMs?: number
  onFilter(filters: AuditFilters): void
  onMore(): void
  onCheck(): void
}

export type AuditViewProps =
  | { state: 'waiting' }
  | { state: 'problem'; problem: PortalProblem; busy: boolean; onRetry(): void }
  | ({ state: 'ready' } & AuditProps)

/** What happened in the workspace, who wanted it, and what was refused. */
export function AuditView(props: AuditViewProps) {
  if (props.state === 'waiting') return <WaitingView label="the audit log" />
  if (props.state === 'problem')
    return <ProblemView problem={props.problem} busy={props.busy} onRetry={props.onRetry} />
  return <Audit {...props} />
}

function Audit(props: AuditProps) {
  const { items, filters, more, busy, stale } = props
  const nowMs = useNow(props.nowMs)
  return (
    <>
      {stale && <StaleNotice problem={stale} />}
      <ChainCheck check={props.check} onCheck={props.onCheck} />
      <AuditFilterBar filters={filters} people={props.people} onFilter={props.onFilter} />
      {items.length === 0 ? (
        <EmptyState title="Nothing here with these filters">
          Choose everything, or another person, to see more of the log.
        </EmptyState>
      ) : (
        <Card title="What happened" flush>
          <ol aria-busy={busy || undefined}>
            {items.map((item) => (
              <AuditLine key={item.id} item={item} nowMs={nowMs} />
            ))}
          </ol>
        </Card>
      )}
      {more && (
        <div>
          <Button kind="outline" busy={busy} onClick={props.onMore}>
            Show older entries
          </Button>
        </div>
      )}
    </>
  )
}
