/** The whole lifecycle at a glance: every chart with how many are in it. A press opens the chart. */
import { useState } from 'react'
import lifecycle from '../../../machines/lifecycle.picture.json'
import type { Picture } from '../../../machines/kit/picture.ts'
import { LifecyclePicture } from '../../../ui/chart/LifecyclePicture.tsx'
import type { StateMark } from '../../../ui/chart/marks.ts'
import { Segments } from '../../../ui/Segments.tsx'
import type { Overview } from '../data/types.ts'

export interface LifecycleViewProps {
  /** Null while it is asked for. */
  overview: Overview | null
  onOpen(flow: string): void
}

const picture = lifecycle as unknown as Picture
const ways = [
  { value: 'picture', label: 'Picture' },
  { value: 'list', label: 'List' },
] as const

export function LifecycleView({ overview, onOpen }: LifecycleViewProps) {
  const [way, setWay] = useState<'picture' | 'list'>('picture')
  const active = activeIn(overview)
  return (
    <div className="flex h-[calc(100dvh-112px)] min-h-96 flex-col tablet:h-full">
      <div className="flex items-center gap-3 border-b border-line bg-surface px-4 py-2">
        <p className="min-w-0 flex-1 text-small text-ink-2">
          Every chart, who sets whom going, and how many are in it now. Open one to see where they are.
        </p>
        <Segments label="Show as" options={ways} value={way} onPick={(next) => setWay(next)} />
      </div>
      <div className="min-h-0 flex-1">
        {way === 'picture' ? (
          <LifecyclePicture picture={picture} marks={marksOf(active)} onOpen={onOpen} />
        ) : (
          <FlowList active={active} onOpen={onOpen} />
        )}
      </div>
    </div>
  )
}

/** How many are at work in each chart, over all its versions. */
function activeIn(overview: Overview | null): ReadonlyMap<string, number> {
  const active = new Map<string, number>()
  for (const { flow, active: n } of overview?.flows ?? []) active.set(flow, (active.get(flow) ?? 0) + n)
  return active
}

const marksOf = (active: ReadonlyMap<string, number>): Record<string, StateMark> =>
  Object.fromEntries([...active].map(([flow, count]) => [flow, count > 0 ? { count } : {}]))

/** The same as a list, in the order a customer meets them. */
function FlowList({ active, onOpen }: { active: ReadonlyMap<string, number>; onOpen(flow: string): void }) {
  const groups = picture.states.filter(({ path }) => path !== '' && !path.includes('.'))
  return (
    <div className="h-full overflow-auto p-4 tablet:p-6">
      {groups.map((group) => (
        <section key={group.path} aria-label={group.name} className="mb-6 max-w-[760px]">
          <h2 className="text-ui font-semibold">{group.name}</h2>
          <ul className="mt-1 divide-y divide-line rounded-card bg-surface shadow-card">
            {picture.states
              .filter(({ path }) => path.startsWith(`${group.path}.`))
              .map(({ path, name, description }) => {
                const flow = path.slice(path.lastIndexOf('.') + 1)
                return (
                  <li key={path} className="flex items-baseline gap-4 px-4 py-3">
                    <span className="min-w-0 flex-1">
                      <button type="button" className="tn-link text-body" onClick={() => onOpen(flow)}>
                        {name}
                      </button>
                      <span className="block text-small text-ink-2">{description}</span>
                    </span>
                    <span className="flex-none text-ui text-ink-2 tabular-nums">
                      {(active.get(flow) ?? 0).toLocaleString('en')} at work
                    </span>
                  </li>
                )
              })}
          </ul>
        </section>
      ))}
    </div>
  )
}
