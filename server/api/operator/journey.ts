/** An actor's way through its chart: pages of its journal, and where it stood after any line. */
import type { Moment } from '../../engine/history.ts'
import type { ApiPorts } from '../ports.ts'
import { bareEntry, contextOf, entryOf, type JournalEntry, type Microstep } from './journal.ts'

/** Where an actor stood after a line. */
export interface Standing {
  readonly seq: number
  readonly at: number
  readonly status: string
  readonly leaves: readonly string[]
  /** The step that led here, microstep by microstep. */
  readonly taken: readonly Microstep[]
  /** What is about a person hidden. */
  readonly context: unknown
}

/** Lines `from` to `to`, oldest first. Where a step cannot be played, its line stands alone. Null: no such actor. */
export async function journalOf(ports: ApiPorts, id: string, from: number, to: number): Promise<JournalEntry[] | null> {
  const look = await ports.engine.look(id)
  if (!look) return null
  if (look.readable !== 'yes') return (await ports.engine.lines(id, from - 1, to - from + 1)).map(bareEntry)
  const moments = await ports.engine.history(id, from, to)
  return Promise.all((moments ?? []).map((moment) => entryOf(moment, ports.mailsOf)))
}

/** Null: no such actor, no such line, or a step that cannot be played any more. */
export async function standingAt({ engine }: ApiPorts, id: string, seq: number): Promise<Standing | null> {
  const look = await engine.look(id)
  if (look?.readable !== 'yes') return null
  const [moment] = (await engine.history(id, seq, seq)) ?? []
  return moment ? standingOf(moment) : null
}

async function standingOf(moment: Moment): Promise<Standing> {
  const { seq, at, taken, leaves } = await entryOf(moment, async () => [])
  return { seq, at, status: moment.plan.row.status, leaves: leaves!, taken, context: contextOf(moment.plan.row) }
}
