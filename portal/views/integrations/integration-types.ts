/** What the page of integrations shows. Moments are ISO; the views write them. */
import type {
  IntegrationKind,
  IntegrationProblem,
  Revocation,
} from '../../../machines/integration/integration.types.ts'

/** Where a connection stands, as people tell it apart. */
export type IntegrationState =
  /** Never connected, given up, or a key not typed yet. */
  | 'none'
  | 'authorizing'
  | 'checking'
  | 'refused'
  | 'unreachable'
  | 'connected'
  | 'looking'
  | 'unconfirmed'
  | 'broken'
  | 'ending'
  | 'stuck'
  | 'disconnected'

/** What can be done with one now. */
export type IntegrationAction = 'look' | 'retry' | 'disconnect'

export interface Integration {
  readonly kind: IntegrationKind
  readonly state: IntegrationState
  /** What the account is called there; null before it worked. */
  readonly account: string | null
  readonly found: readonly { readonly name: string; readonly isPrivate: boolean }[]
  readonly hasMore: boolean
  readonly checkedAt: string | null
  readonly connectedAt: string | null
  readonly problem: IntegrationProblem | null
  /** What became of the key at the company, for one that is over. */
  readonly revocation: Revocation
  readonly can: readonly IntegrationAction[]
}
