/** The whole lifecycle: every flow with how many are in it. */
import { readableName } from '../../../machines/kit/readable.ts'
import type { Overview } from '../data/types.ts'

export interface LifecycleViewProps {
  /** Null while it is asked for. */
  overview: Overview | null
  onOpen(flow: string): void
}

export function LifecycleView({ overview, onOpen }: LifecycleViewProps) {
  return (
    <ul className="grid gap-3 p-5 tablet:grid-cols-3">
      {overview?.flows.map(({ flow, version, active }) => (
        <li key={`${flow}@${version}`}>
          <button
            type="button"
            onClick={() => onOpen(flow)}
            className="flex w-full justify-between rounded-card bg-surface p-4 text-start shadow-card"
          >
            <b>{readableName(flow)}</b> {active}
          </button>
        </li>
      ))}
    </ul>
  )
}
