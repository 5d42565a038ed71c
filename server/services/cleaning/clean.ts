/**
 * Takes one resource of a workspace away: finds its kind and lets it make one attempt.
 *
 * Safe to repeat: every kind takes "already gone" for success, and counts what its rows still say. What a record refuses
 * fails the attempt with the record's own code.
 */
import type { Clean, CleanKey, CleanStepInput, Retained } from '../../../machines/cleaning/cleaning.types.ts'
import type { Write } from '../../records/query.ts'
import { Refusal } from '../../records/refusal.ts'
import { EffectError, type Job, type Perform } from '../effect.ts'

export interface Removed {
  /** How many there were. */
  readonly count: number
  /** Commit with the result. */
  readonly writes?: readonly Write[]
  readonly retained?: Retained | null
}
export type Remove = (job: Job<CleanStepInput>) => Promise<Removed>

export interface CleanParts {
  readonly kinds: Readonly<Record<CleanKey, Remove>>
  readonly now: () => number
}

export const clean =
  ({ kinds, now }: CleanParts): Perform<Clean> =>
  async (job) => {
    try {
      const { count, writes = [], retained = null } = await kinds[job.input.step](job)
      return { output: { count, at: now(), retained }, writes }
    } catch (error) {
      if (error instanceof Refusal) throw new EffectError(error.code, error.message)
      throw error
    }
  }
