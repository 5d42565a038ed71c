/**
 * Everything an inspector should hear of an actor and of the charts it invoked: how they came to where they are, then
 * each step as it is committed.
 */
import type { Engine } from '../engine/engine.ts'
import type { Look } from '../engine/look.ts'
import {
  actorMessage,
  bareMessage,
  bareSnapshot,
  type Message,
  snapshotOf,
  stepMessages,
  type Subject,
} from './messages.ts'

type Inspected = Pick<Engine, 'look' | 'lines' | 'history' | 'hub' | 'registry'>

/** Lines of the past an inspector is told when it begins. */
const BACKLOG = 200
/** More actors than this nobody follows in one window. */
const MOST_ACTORS = 50

/** Ends when `signal` does; at once, and without a word, for an actor that does not exist. */
export async function* inspect(engine: Inspected, id: string, signal: AbortSignal): AsyncGenerator<Message> {
  const followed = new Map<string, { subject: Subject; told: number }>()
  const changed = new Set([id])
  let wake = () => {}
  const stops: (() => void)[] = []
  const onAbort = () => wake()
  signal.addEventListener('abort', onAbort)

  function follow(actor: string) {
    changed.add(actor)
    stops.push(
      engine.hub.listen([actor], () => {
        changed.add(actor)
        wake()
      }),
    )
  }

  async function* tell(actor: string): AsyncGenerator<Message> {
    const look = await engine.look(actor)
    if (!look) return
    const known = followed.get(actor)
    const subject = known?.subject ?? { id: actor, flow: look.flow, parent: look.parent, rootId: id }
    const from = known?.told ?? Math.max(0, look.seq - BACKLOG)
    followed.set(actor, { subject, told: look.seq })
    for await (const { message, children } of steps(engine, look, subject, from, known === undefined)) {
      if (message) yield message
      for (const child of children)
        if (!followed.has(child) && !changed.has(child) && followed.size < MOST_ACTORS) follow(child)
    }
  }

  if (!(await engine.look(id))) return
  follow(id)
  try {
    while (!signal.aborted) {
      for (const actor of [...changed]) {
        changed.delete(actor)
        yield* tell(actor)
      }
      if (changed.size > 0 || signal.aborted) continue
      await new Promise<void>((done) => {
        wake = done
      })
    }
  } finally {
    for (const stop of stops) stop()
    signal.removeEventListener('abort', onAbort)
  }
}

interface Told {
  readonly message: Message | null
  /** Charts the step invoked. */
  readonly children: readonly string[]
}

/** Lines after `from`; with the actor's own message before them when it is new here. */
async function* steps(
  engine: Inspected,
  look: Look,
  subject: Subject,
  from: number,
  isNew: boolean,
): AsyncGenerator<Told> {
  if (look.readable !== 'yes') {
    if (isNew) yield { message: actorMessage(subject, null, bareSnapshot(look), look.at), children: [] }
    for (const line of await engine.lines(look.id, from, BACKLOG))
      yield { message: bareMessage(subject, line), children: [] }
    return
  }
  const { flow } = engine.registry.get(look.flow, look.version)
  const moments = (await engine.history(look.id, from + 1, look.seq)) ?? []
  const [first] = moments
  if (isNew && first)
    yield {
      message: actorMessage(subject, flow, snapshotOf(first.before ?? first.plan.row), first.at),
      children: childrenOf(look, first.before?.children ?? {}, engine),
    }
  for (const moment of moments) {
    const children = moment.asked.filter(({ kind }) => kind === 'chart').map(({ name }) => name)
    const [event, snapshot] = stepMessages(subject, moment)
    yield { message: event!, children: [] }
    yield { message: snapshot!, children }
  }
}

/** The charts that were under way before the first line that is told. */
function childrenOf({ id, flow, version }: Look, children: Look['children'], { registry }: Inspected): string[] {
  const kinds = registry.get(flow, version).children
  return Object.entries(children).flatMap(([invoke, { src, gen }]) => {
    const kind = kinds.get(src)
    return kind && 'machine' in kind ? [`${id}/${invoke}#${gen}`] : []
  })
}
