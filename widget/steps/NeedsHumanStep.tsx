import { Chip } from '../../ui/Chip.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Summary } from '../../ui/Summary.tsx'
import { copy } from '../copy/later.ts'
import { type OnTrack, place } from './track.ts'
import { WidgetShell } from './WidgetShell.tsx'

export interface NeedsHumanStepProps extends OnTrack {
  company: string
  /** What the person can quote when they ask. */
  reference: string
  /** What cannot go on without one of us: the set-up, the set-up of what was paid for, or the way back of the money. */
  about: 'setup' | 'paid setup' | 'money'
}

const words = {
  setup: ['human.lead', 'human.noteWhy'],
  'paid setup': ['human.lead', 'human.noteWhyPaid'],
  money: ['human.moneyLead', 'human.moneyWhy'],
} as const

/** One of our people has to look: says so, and that nothing is asked of the visitor. */
export function NeedsHumanStep({ company, reference, about, track }: NeedsHumanStepProps) {
  const [lead, why] = words[about]
  return (
    <WidgetShell
      {...place('setup', track)}
      tone="us"
      title={copy.text('human.title')}
      lead={copy.text(lead, { company })}
      footer={copy.text(about === 'money' ? 'givingBack.footer' : 'footer.safe')}
    >
      <Notice role="us" title={copy.text('human.note')}>
        {copy.text(why)}
      </Notice>
      <Summary facts={[{ label: copy.text('reference'), value: reference }]} />
      <div className="tn-state">
        <Chip role="us">{copy.text('waiting.us')}</Chip>
      </div>
    </WidgetShell>
  )
}
