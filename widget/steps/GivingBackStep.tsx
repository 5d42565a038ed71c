import { Chip } from '../../ui/Chip.tsx'
import { TaskList } from '../../ui/TaskList.tsx'
import { copy } from '../copy/later.ts'
import { place, trackOf } from './track.ts'
import { WidgetShell } from './WidgetShell.tsx'

export interface GivingBackStepProps {
  company: string
}

/** What was paid for could not be made: the money goes back. Nothing to press. */
export function GivingBackStep({ company }: GivingBackStepProps) {
  return (
    <WidgetShell
      {...place('setup', trackOf(true))}
      tone="us"
      title={copy.text('givingBack.title')}
      lead={copy.text('givingBack.lead', { company })}
      footer={copy.text('givingBack.footer')}
    >
      <TaskList
        label={copy.text('givingBack.work')}
        tasks={[
          { key: 'undone', label: copy.text('givingBack.undone'), role: 'done' },
          { key: 'ending', label: copy.text('givingBack.ending'), role: 'us' },
        ]}
      />
      <div className="tn-state">
        <Chip role="us">{copy.text('waiting.us')}</Chip>
        <span>{copy.text('givingBack.wait')}</span>
      </div>
    </WidgetShell>
  )
}
