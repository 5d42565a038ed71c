/** A chart's view in the shape in which the server sends one, for what reads that. */
import type { View } from '../../../widget/client/wire.ts'
import type { ChartView } from '../view.ts'
import type { ScreenPlay } from './screen-play.ts'

export function wireOf({ view, now }: Pick<ScreenPlay, 'now'> & { view: ChartView }): View {
  const { chart, value, context, enabled, dueAt, effects, snapshot } = view
  const { id, version = '' } = chart.flow.machine
  return {
    id,
    machine: { id, version },
    seq: 1,
    at: now,
    now,
    value,
    status: snapshot.status,
    tags: [...snapshot.tags],
    context,
    enabled,
    timers: Object.entries(dueAt).map(([name, at]) => ({ id: name, dueAt: at })),
    effects: effects.map(({ src, invoke, since, dueAt: end }) => ({
      id: invoke,
      src,
      progress: end === null ? null : Math.min(1, (now - since) / (end - since)),
    })),
    children: [],
    problem: null,
  } as unknown as View
}
