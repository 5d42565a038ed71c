/** What the end of a membership knows, hears and asks for. */

/** Written by the server in the commit that takes the member off the list. */
export interface RemovalInput {
  readonly removalId: string
  readonly tenantId: string
  readonly userId: string
  readonly email: string
  readonly name: string
  /** Who did it; null when they left by themselves. */
  readonly by: { readonly userId: string; readonly name: string } | null
}
export interface RemovalContext extends RemovalInput {
  /** Why it stands still, or why nobody was told: a code. */
  readonly problem: string | null
}
export type RemovalEvent = { type: 'operator.retried' }

/** Shuts the workspace to somebody, and ends every session of theirs. */
export interface TakeAccess {
  input: { readonly tenantId: string; readonly userId: string }
  output: { taken: true }
}
export interface TellRemoved {
  input: RemovalInput
  output: { told: true }
}
