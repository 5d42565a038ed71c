/** A store as the contract opens one. */
import type { Store } from '../store.ts'

export interface Opened {
  readonly store: Store
  /** Runs plain SQL on the side, to make a domain table. */
  define(schema: string): Promise<void>
  count(table: string): Promise<number>
}
export type Open = () => Promise<Opened>
