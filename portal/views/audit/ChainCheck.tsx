import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { countOf } from '../amounts.ts'
import type { AuditCheck } from './audit-types.ts'

/** Whether the log is as it was written. Walked only when somebody asks: a long one takes a while. */
export function ChainCheck({ check, onCheck }: { check: AuditCheck; onCheck(): void }) {
  return (
    <Card title="Is the log as it was written?">
      <div className="grid gap-3">
        <p className="text-ui text-ink-2">
          Every entry is summed up together with the one before. Whoever changes or deletes one breaks the chain there.
        </p>
        <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
          <Button kind="outline" small busy={check.state === 'walking'} onClick={onCheck}>
            Check the whole log
          </Button>
          <div aria-live="polite" className="min-w-0 flex-1 basis-64">
            <Finding check={check} />
          </div>
        </div>
      </div>
    </Card>
  )
}

function Finding({ check }: { check: AuditCheck }) {
  if (check.state === 'whole')
    return (
      <div className="grid gap-1">
        <p>
          <Chip role="active">Unbroken, {countOf(check.entries)} entries</Chip>
        </p>
        {check.head !== null && (
          <p className="text-small text-ink-2">
            Its sum today is <span className="font-mono wrap-anywhere">{check.head}</span>. Kept elsewhere, it proves
            later that nothing before it was changed.
          </p>
        )}
      </div>
    )
  if (check.state === 'broken')
    return (
      <p className="text-ui">
        <Chip role="problem">Broken at entry {countOf(check.n)}</Chip> Tell us: somebody changed our database.
      </p>
    )
  if (check.state === 'unreachable') return <p className="text-ui text-ink-2">We could not check it. Try once more.</p>
  return null
}
