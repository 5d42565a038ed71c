import type { CleanStep } from '../../../machines/cleaning/cleaning.types.ts'
import type { OffboardingView } from '../../../machines/offboarding/offboarding.view.ts'
import type { Role } from '../../../ui/Glyph.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Summary } from '../../../ui/Summary.tsx'
import { TaskList } from '../../../ui/TaskList.tsx'
import { copy } from '../../copy/leaving.ts'
import { WidgetShell } from '../../steps/WidgetShell.tsx'
import { placeOf } from './place.ts'

const roles: Readonly<Record<CleanStep['status'], Role>> = {
  pending: 'idle',
  working: 'us',
  retrying: 'us',
  done: 'done',
  failed: 'problem',
}

/** Everything is taken away, one after the other. */
export function CleaningStep({ facts, reference }: { facts: OffboardingView; reference: string }) {
  return (
    <WidgetShell
      {...placeOf('end')}
      tone={facts.isStuck ? 'problem' : 'us'}
      title={copy.text('leave.cleaning.title')}
      lead={copy.text('leave.cleaning.lead')}
      footer={copy.text('leave.footUnder')}
    >
      {facts.isStuck && (
        <>
          <Notice role="us" title={copy.text('leave.cleaning.stuck')}>
            {copy.text('leave.cleaning.stuckLead')}
          </Notice>
          <Summary facts={[{ label: copy.text('leave.reference'), value: reference }]} />
        </>
      )}
      <TaskList
        label={copy.text('leave.cleaning.title')}
        tasks={facts.steps.map(({ key, status, retained }) => ({
          key,
          label: copy.text(`leave.clean.${key}`),
          role: roles[status],
          ...(retained && { note: copy.text('leave.clean.kept', { count: retained.count }) }),
        }))}
      />
    </WidgetShell>
  )
}
