/** What a sender hears. */
import type { Issue } from './definition.ts'

export type Answer =
  /** Written as line `seq`. A second send of one `eventId` hears the first outcome again. */
  | { readonly status: 'accepted'; readonly seq: number }
  /** Nothing happened, and why: no transition here, or which guard said no. */
  | { readonly status: 'ignored'; readonly reason: string }
  /** The policy does not let this caller send it. */
  | { readonly status: 'forbidden'; readonly reason: string }
  /** It could not be read. Each issue names a field and a problem code. */
  | { readonly status: 'invalid'; readonly issues: readonly Issue[] }
  /** Somebody else came first, or the actor is parked. */
  | { readonly status: 'conflict'; readonly reason: 'moved' | 'parked' | 'busy' }
  | { readonly status: 'absent' }
