import type { OutlinedTransition } from '../../machines/kit/outline.ts'
import { Clock } from './ChartLegend.tsx'

/** A transition's words in running text: event, guard, effects. */
export function TransitionWords({ transition }: { transition: OutlinedTransition }) {
  const { cause, label, guard, announces } = transition
  const kind = cause === 'timer' || cause === 'failed' ? cause : 'event'
  return (
    <span className="tn-sc-saying">
      <span className="tn-sc-said" data-kind={kind}>
        {cause === 'timer' && <Clock />} {label}
      </span>
      {guard !== null && (
        <span className="tn-sc-said" data-kind="guard">
          [{guard}]
        </span>
      )}
      {announces.map((name) => (
        <span key={name} className="tn-sc-said" data-kind="effect">
          / {name}
        </span>
      ))}
    </span>
  )
}
