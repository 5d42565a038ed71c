/** Who a request comes from. Worked out from its token or session, never from its input. */

export type Caller =
  | { readonly kind: 'nobody' }
  /** Holds the flow token of one actor. */
  | { readonly kind: 'visitor'; readonly flow: string }
  /** Signed in. Which tenants they belong to is read from the member table, at each request. */
  | {
      readonly kind: 'member'
      readonly userId: string
      readonly email: string
      readonly name: string
      /** The session they are signed in by; null for whoever is not. */
      readonly sessionId: string | null
      /** Not signed in: they proved their address in an embedded flow, and may do no more than what is said here. */
      readonly within?: Within
    }
  | OperatorCaller

/** Signed in to the console, with both factors. Counts for nothing but `operator.*`. */
export interface OperatorCaller {
  readonly kind: 'operator'
  readonly operatorId: string
  readonly email: string
  readonly name: string
  readonly sessionId: string
}

/** One workspace, and charts of it. */
export interface Within {
  readonly tenant: string
  readonly flows: readonly string[]
}

/** Taking everything out is done in the portal: its file is only for a session. */
export const leavingFlows: readonly string[] = ['offboarding']
