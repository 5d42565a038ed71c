import type { StepStatus } from '../../machines/provisioning/provisioning.types.ts'
import { Chip } from '../../ui/Chip.tsx'
import type { Role } from '../../ui/Glyph.tsx'
import { Meter } from '../../ui/Meter.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { type Task, TaskList } from '../../ui/TaskList.tsx'
import { spanOf } from '../../ui/time.ts'
import { useSecondsUntil } from '../../ui/useSecondsUntil.ts'
import { copy } from '../copy/later.ts'
import { type OnTrack, place } from './track.ts'
import { WidgetShell } from './WidgetShell.tsx'

export interface SetUpTask {
  key: string
  label: string
  status: StepStatus
  /** Attempts begun so far. */
  tries: number
  maxTries: number
}

export interface SetUpStepProps extends OnTrack {
  company: string
  steps: readonly SetUpTask[]
  /** When the step that failed is tried again, ISO. */
  nextTryAt: string | null
  /** It has been paid for, so nobody may read that nothing was charged. */
  isPaid: boolean
}

/** Names the work we do for the person, and says when the next try is if one did not work. Nothing to press. */
export function SetUpStep({ company, steps, nextTryAt, isPaid, track }: SetUpStepProps) {
  const late = steps.find(({ status }) => status === 'retrying')
  const back = steps.some(({ status }) => status === 'compensating')
  const [title, lead] = back
    ? (['setup.backTitle', isPaid ? 'setup.backLeadPaid' : 'setup.backLead'] as const)
    : late
      ? (['setup.lateTitle', isPaid ? 'setup.lateLeadPaid' : 'setup.lateLead'] as const)
      : (['setup.title', 'setup.lead'] as const)
  return (
    <WidgetShell
      {...place('setup', track)}
      tone="us"
      title={copy.text(title, { company })}
      lead={copy.text(lead)}
      footer={copy.text('footer.safe')}
    >
      <TaskList label={copy.text('setup.progress')} tasks={steps.map(taskOf)} />
      {late && !back && <NextTry step={late} at={nextTryAt} />}
      <Progress steps={steps} back={back} />
    </WidgetShell>
  )
}

/** How far we are; going back has no measure worth showing. */
function Progress({ steps, back }: { steps: readonly SetUpTask[]; back: boolean }) {
  const done = steps.filter(({ status }) => status === 'done' || status === 'adopted').length
  const count = copy.text('setup.count', { done, of: steps.length })
  return (
    <>
      {!back && (
        <Meter progress role="us" label={copy.text('setup.progress')} value={done} max={steps.length} text={count} />
      )}
      <div className="tn-state">
        <Chip role="us">{copy.text('waiting.us')}</Chip>
        {!back && <span>{count}</span>}
      </div>
    </>
  )
}

function NextTry({ step, at }: { step: SetUpTask; at: string | null }) {
  const wait = useSecondsUntil(at)
  const values = { wait: spanOf(wait), max: step.maxTries }
  return (
    <Notice role="us" title={copy.text('setup.late', { step: step.label })}>
      {copy.text(wait > 0 ? 'setup.lateNext' : 'setup.lateNow', values)}
    </Notice>
  )
}

const roles: Record<StepStatus, Role> = {
  pending: 'idle',
  executing: 'us',
  probing: 'us',
  verifying: 'us',
  retrying: 'problem',
  done: 'done',
  adopted: 'done',
  compensating: 'us',
  compensated: 'idle',
  failed: 'problem',
}

function taskOf({ key, label, status, tries, maxTries }: SetUpTask): Task {
  const notes: Partial<Record<StepStatus, string>> = {
    executing: tries > 1 ? copy.text('setup.try', { count: tries, max: maxTries }) : undefined,
    probing: copy.text('setup.checking'),
    verifying: copy.text('setup.checking'),
    retrying: copy.text('setup.try', { count: tries, max: maxTries }),
    compensating: copy.text('setup.undoing'),
    compensated: copy.text('setup.undone'),
    failed: copy.text('setup.failedStep'),
  }
  return { key, label, role: roles[status], note: notes[status] }
}
