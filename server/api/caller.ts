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
      readonly sessionId: string
    }
