import type { LeavingPreview } from '../../../machines/offboarding/offboarding.types.ts'
import { type Fact, Summary } from '../../../ui/Summary.tsx'
import { copy } from '../../copy/leaving.ts'
import { dateOf } from '../moment.ts'

/** What would go, counted, and what the law keeps. */
export function Goes({ preview }: { preview: LeavingPreview }) {
  const { members, projects, planName: plan, periodEnd, invoices, invoicesUntil } = preview
  const facts: Fact[] = [
    { label: copy.text('leave.goes.people'), value: copy.text('leave.goes.peopleCount', { count: members }) },
    { label: copy.text('leave.goes.projects'), value: copy.text('leave.goes.projectsCount', { count: projects }) },
    {
      label: copy.text('leave.goes.plan'),
      value:
        periodEnd === null
          ? copy.text('leave.goes.planFree', { plan })
          : copy.text('leave.goes.planPaid', { plan, date: dateOf(periodEnd) }),
    },
  ]
  const kept = copy.text('leave.stays.invoicesCount', { count: invoices, date: dateOf(invoicesUntil) })
  if (invoices > 0) facts.push({ label: copy.text('leave.stays.invoices'), value: kept })
  return <Summary facts={facts} />
}
