/**
 * Where wrapped data keys are kept: a table of its own, away from the rows it opens and from their backups, so that
 * destroying one key erases every copy of what it sealed.
 */
export interface KeyTable {
  /** Keeps a new key; an id that exists keeps the key it has. */
  add(id: string, wrapped: Uint8Array, at: number): Promise<void>
  /** The wrapped key, or null when there is none or it was destroyed. */
  get(id: string): Promise<Uint8Array | null>
  /** Overwrites the key and leaves a tombstone. False when there was nothing to destroy. */
  destroy(id: string, at: number): Promise<boolean>
  close(): Promise<void>
}
