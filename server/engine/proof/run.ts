/** One run of a walk: begins a chart on both sides and sends both the same events. */
import type { AnyEventObject, AnyMachineSnapshot, AnyStateMachine } from 'xstate'
import { type Planner, planner as plannerOf } from '../planner/planner.ts'
import { Comparison } from './compare.ts'
import { Live } from './live.ts'
import { Planned } from './planned.ts'
import type { Random } from './random.ts'
import { nothingSeen } from './seen.ts'

/** What happens to a chart on its way. */
export interface RunOptions {
  /** Input of the chart, or how to make one by chance for every run. */
  input?: unknown
  /** What may be sent: a list to pick from, or one event for the place the chart is at. */
  events: readonly AnyEventObject[] | ((chance: Random, snapshot: AnyMachineSnapshot) => AnyEventObject)
  /** What each `src` answers: a value, or how to make one by chance. Default undefined. */
  outputs?: Record<string, unknown>
  /** What a failed effect says. Default `{ code: 'failed' }`. */
  error?: unknown
  /** Of the walk's chance; named when it fails. */
  seed: number
  /** Another planner for the same chart: how the proof itself is tested. */
  planner?: Planner
}

/** Thrown at the first difference, naming the seed, the step and the way there. */
export class Divergence extends Error {}

/** One life of a chart, on both sides. */
export class Run {
  private readonly live: Live
  private planned!: Planned
  private comparison!: Comparison
  private readonly machine: AnyStateMachine
  private readonly options: RunOptions
  private readonly chance: Random
  private readonly way: string[] = []
  private over = false

  constructor(machine: AnyStateMachine, options: RunOptions, chance: Random) {
    this.machine = machine
    this.options = options
    this.chance = chance
    const input = call(options.input, chance)
    this.live = new Live(machine, input)
    const agree = this.bothOrNeither(() => {
      this.planned = new Planned(options.planner ?? plannerOf(machine), input)
    })
    if (!agree) return
    this.comparison = new Comparison(this.live, this.planned)
    this.compare()
  }

  /** The state value both sides are in, as JSON. */
  get state(): string {
    return JSON.stringify(this.planned.row.value)
  }

  /** One event on both sides. False when the run is over. */
  step(): boolean {
    if (this.over || this.planned.row.status !== 'active') return false
    const share = this.chance.next()
    const waiting = Object.entries(this.planned.row.children).filter(([, child]) => !child.done)
    if (share < 0.25 && waiting.length > 0) this.answer(...this.chance.pick(waiting))
    else if (share < 0.45 && this.planned.waiting().length > 0) this.fire()
    else this.send()
    return true
  }

  end() {
    this.live.stop()
  }

  private send() {
    const { events } = this.options
    const event = typeof events === 'function' ? events(this.chance, this.live.snapshot) : this.chance.pick(events)
    this.both(
      event.type,
      () => this.live.send(event),
      () => this.planned.send(event),
    )
  }

  private fire() {
    const [next] = this.planned.waiting()
    this.both(
      `timer ${next!.id}`,
      () => this.live.fireNext(),
      () => this.planned.fireNext(),
    )
  }

  private answer(id: string, { src }: { src: string }) {
    const { outputs = {}, error = { code: 'failed' } } = this.options
    const output = call(outputs[src], this.chance)
    const failure = { type: `xstate.error.actor.${id}`, error, actorId: id }
    // an error nobody handles would end the chart; the engine makes it an incident instead
    const fails = this.chance.chance(0.3) && this.planned.handles(failure)
    const event = fails ? failure : { type: `xstate.done.actor.${id}`, output, actorId: id }
    const live = () => this.live.answer(this.comparison.liveIdOf(id), fails ? { error } : { output })
    this.both(event.type, live, () => this.planned.send(event))
  }

  private both(what: string, live: () => void, plan: () => void) {
    this.way.push(what)
    const before = this.live.snapshot
    live()
    if (this.bothOrNeither(plan)) this.compare(before)
  }

  /** What throws on one side must end the other in error. False when it did, and the run is over. */
  private bothOrNeither(plan: () => void): boolean {
    const { status, error: reason } = this.live.snapshot as { status: string; error?: unknown }
    const died = status === 'error'
    try {
      plan()
    } catch (error) {
      if (!died) this.fail([`only the planner failed: ${String(error)}`])
      this.over = true
      return false
    }
    if (died && !this.isEarly(String(reason))) this.fail([`only the live chart failed: ${String(reason)}`])
    this.over = died
    return !died
  }

  /** XState frees the system ids of what it stops in its very first step only once it is started; we free them at once. */
  private isEarly(reason: string): boolean {
    return this.way.length === 0 && reason.startsWith('Error: Actor with system ID')
  }

  private compare(before?: AnyMachineSnapshot) {
    const differences = this.comparison.differences()
    if (differences.length > 0) this.fail(differences)
    // a transition that does nothing is XState's way of forbidding an event: taken, and still ignored
    const { taken: _, ...said } = this.live.seen
    const isQuiet = before === this.live.snapshot && Object.values(said).every((words) => words.length === 0)
    if (before && !isQuiet && !this.planned.changed) this.fail(['the planner calls ignored what moved the live chart'])
    // from a leak on, references to the child we stopped lead to the one XState left running
    if (this.live.leaked) this.over = true
    this.live.seen = nothingSeen()
    this.planned.seen = nothingSeen()
    this.planned.changed = false
  }

  private fail(differences: string[]): never {
    const { seed } = this.options
    const way = this.way.slice(-12).join(' → ') || 'start'
    throw new Divergence(
      `${this.machine.id}, seed ${seed}, step ${this.way.length}: ${way}\n  ${differences.join('\n  ')}`,
    )
  }
}

function call(maker: unknown, chance: Random): unknown {
  return typeof maker === 'function' ? maker(chance) : maker
}
