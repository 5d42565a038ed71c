/** What a step asked for, by name: for whoever looks back at it. */
import type { EffectDeclaration } from './definition.ts'
import { childId } from './mail.ts'
import type { Plan } from './planner/row.ts'
import type { Registered } from './registry.ts'

export interface AskedFor {
  /** The effect, or the chart. */
  readonly src: string
  /** `effect`: the chart waits for it. `chart`: an actor of its own. `announced`: an effect nobody waits for. */
  readonly kind: 'effect' | 'chart' | 'announced'
  /** The invoke's id; for what is announced, the action's name. */
  readonly id: string
  /** The effect's identity, or the child's actor id. */
  readonly name: string
}

export function askedFor(chart: Registered, actor: string, { start, actions }: Plan): AskedFor[] {
  const invoked = start.map(({ id, src, gen, input }): AskedFor => {
    const kind = chart.children.get(src)
    return kind && 'effect' in kind
      ? { src, kind: 'effect', id, name: kind.effect.identity(input) }
      : { src, kind: 'chart', id, name: childId(actor, id, gen) }
  })
  const announced = actions.flatMap(({ type, params }): AskedFor[] => {
    const declaration: EffectDeclaration | undefined = chart.flow.announced?.[type]
    return declaration ? [{ src: type, kind: 'announced', id: type, name: declaration.identity(params as never) }] : []
  })
  return [...invoked, ...announced]
}
