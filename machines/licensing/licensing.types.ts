/** What the change of a member's licence knows, hears and asks for. */

/** Written by the server in the commit that counts the licence, or stops counting it. */
export interface LicensingInput {
  readonly changeId: string
  readonly tenantId: string
  readonly userId: string
  /** The kind of licence, by its key. */
  readonly licence: string
  readonly change: 'give' | 'take'
}
export interface LicensingContext extends LicensingInput {
  /** Why it stands still: a code. */
  readonly problem: string | null
}
export type LicensingEvent = { type: 'operator.retried' }

type Which = Omit<LicensingInput, 'change'>

/** Lets the workspace know that somebody holds a licence. `held` is false where it was taken back meanwhile. */
export interface GiveLicence {
  input: Which
  output: { readonly held: boolean }
}
/** Lets the workspace know that somebody holds it no more. `held` is true where it was given anew meanwhile. */
export interface TakeLicence {
  input: Which
  output: { readonly held: boolean }
}
