import { type ReactNode, useId } from 'react'
import { type Tone, Track } from '../../ui/Track.tsx'
import { copy } from '../copy/first.ts'
import { useHandover } from './handover.ts'

export interface WidgetShellProps {
  /** 1-based; one past `of` is the end. */
  step: number
  of: number
  /** The step's name, for the track's text. */
  label: string
  tone: Tone
  title: string
  /** One sentence with the thing that reassures. */
  lead?: ReactNode
  /** What is safe right now. Default: saved as you go. */
  footer?: string
  /** Given only where going back is safe. */
  onBack?(): void
  /** Stands above the title: a mark that says how it ended. */
  door?: ReactNode
  children?: ReactNode
}

/** The card every step stands in: track, title, one question, and what is safe right now. */
export function WidgetShell({ step, of, label, tone, title, lead, footer, onBack, door, children }: WidgetShellProps) {
  const id = useId()
  const { shell, title: heading } = useHandover(step)
  const ended = step > of
  return (
    <section className="tenure-widget" aria-labelledby={id} ref={shell}>
      <header className="tn-head">
        {onBack && <button type="button" className="tn-back" aria-label={copy.text('back')} onClick={onBack} />}
        <Track step={step} of={of} tone={tone} text={ended ? label : copy.text('track.at', { step, of, label })} />
        <span className="tn-count">{ended ? label : copy.text('track.count', { step, of })}</span>
      </header>
      <div className="tn-body">
        {door}
        <h1 className="tn-title" id={id} tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {lead && <p className="tn-lead">{lead}</p>}
        {children}
      </div>
      <footer className="tn-foot">{footer ?? copy.text('footer.saved')}</footer>
    </section>
  )
}
