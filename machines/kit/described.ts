/** A chart's configuration with what the flow says about its transitions in it, as XState's own `description`s. */
import type { Outlined } from './outline.ts'
import type { Says } from './says.ts'

type Config = Readonly<Record<string, unknown>>

const isConfig = (value: unknown): value is Config =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The chart's configuration; a transition that describes itself keeps its own words. */
export const describedConfig = ({ machine, says }: Pick<Outlined, 'machine' | 'says'>): Config =>
  says ? described(machine.config, says) : machine.config

function described(config: Config, says: Says): Config {
  const { on, after, invoke, states } = config
  return {
    ...config,
    ...(isConfig(on) && { on: withWords(on, says.events) }),
    ...(isConfig(after) && { after: withWords(after, says.delays) }),
    ...(invoke !== undefined && { invoke: each(invoke, (one) => answered(one, says)) }),
    ...(isConfig(states) && { states: mapped(states, (state) => (isConfig(state) ? described(state, says) : state)) }),
  }
}

/** What is asked for says what it means when it answers. */
function answered(invoke: unknown, { answers }: Says): unknown {
  if (!isConfig(invoke)) return invoke
  const { id, onDone, onError } = invoke
  return {
    ...invoke,
    ...(onDone !== undefined && { onDone: each(onDone, saying(answers[`${String(id)} done`])) }),
    ...(onError !== undefined && { onError: each(onError, saying(answers[`${String(id)} failed`])) }),
  }
}

const withWords = (transitions: Config, words: Says['events']): Config =>
  mapped(transitions, (transition, name) => each(transition, saying(words[name])))

/** A transition may be its target alone. */
const saying =
  (description: string | undefined) =>
  (transition: unknown): unknown => {
    if (description === undefined || transition === undefined) return transition
    const written = isConfig(transition) ? transition : { target: transition }
    return { description, ...written }
  }

const each = (one: unknown, change: (one: unknown) => unknown): unknown =>
  Array.isArray(one) ? one.map(change) : change(one)

const mapped = (values: Config, change: (value: unknown, name: string) => unknown): Config =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value, name)]))
