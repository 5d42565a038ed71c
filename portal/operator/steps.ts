/** One step along a journal, microsteps included. */
import type { JournalEntry } from './data/types.ts'
import type { At } from './journey.ts'

/** The moment before or after; null at the ends. A line that is not at hand is stepped to as a whole. */
export function stepFrom(entries: readonly JournalEntry[], at: At, by: 1 | -1, last: number): At | null {
  const many = microsteps(entries, at.seq)
  const micro = at.micro ?? many
  if (by === 1 && at.micro !== null && micro < many) return moment(at.seq, micro + 1, many)
  if (by === -1 && micro > 1) return { seq: at.seq, micro: micro - 1 }
  const seq = at.seq + by
  if (seq < 1 || seq > last) return null
  return by === 1 && microsteps(entries, seq) > 1 ? { seq, micro: 1 } : { seq, micro: null }
}

const microsteps = (entries: readonly JournalEntry[], seq: number): number =>
  Math.max(1, entries.find((entry) => entry.seq === seq)?.taken.length ?? 1)

/** The last microstep is the line itself. */
const moment = (seq: number, micro: number, many: number): At => ({ seq, micro: micro === many ? null : micro })
