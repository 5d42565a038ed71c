/** Who a request comes from. Worked out from its token or session, never from its input. */
import type { CallerKind } from '../engine/definition.ts'

export type Caller =
  | { readonly kind: 'nobody' }
  /** Holds the flow token of one actor. */
  | { readonly kind: 'visitor'; readonly flow: string }
  /** Signed in. Which tenants they belong to is read from the member table, at each request. */
  | { readonly kind: 'member'; readonly userId: string; readonly email: string; readonly name: string }

/** How the engine's policies name a caller. */
export const policyKind = (caller: Caller): CallerKind | null => (caller.kind === 'nobody' ? null : caller.kind)
