import { Chip } from '../../ui/Chip.tsx'
import { TaskList } from '../../ui/TaskList.tsx'
import { copy } from '../copy/later.ts'
import { Rich } from '../copy/Rich.tsx'
import { type OnTrack, place } from './track.ts'
import { WidgetShell } from './WidgetShell.tsx'

export interface CodeSendingStepProps extends OnTrack {
  email: string
  onChangeAddress?(): void
}

/** The code is on its way; nothing to do yet. */
export function CodeSendingStep({ email, track, onChangeAddress }: CodeSendingStepProps) {
  return (
    <WidgetShell
      {...place('verify', track)}
      tone="us"
      title={copy.text('sending.title')}
      lead={<Rich of={copy.text('sending.lead')} values={{ email }} />}
      onBack={onChangeAddress}
    >
      <TaskList
        label={copy.text('sending.work')}
        tasks={[
          { key: 'address', label: copy.text('sending.address'), role: 'done' },
          { key: 'mail', label: copy.text('sending.mail'), role: 'us' },
        ]}
      />
      <div className="tn-state">
        <Chip role="us">{copy.text('waiting.us')}</Chip>
        <span>{copy.text('sending.wait')}</span>
      </div>
    </WidgetShell>
  )
}
