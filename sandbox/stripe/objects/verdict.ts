/** What the bank says to one attempt with a card. */
import type { Behaviour, Decline } from './cards.ts'

export type Verdict =
  | { readonly kind: 'ok' }
  | { readonly kind: 'authenticate' }
  | { readonly kind: 'declined'; readonly decline: Decline }

const ok: Verdict = { kind: 'ok' }
const authenticate: Verdict = { kind: 'authenticate' }
const said = (decline: Decline | null): Verdict => (decline ? { kind: 'declined', decline } : ok)

/** Saving a card for later payments. Every card that ever asks for 3-D Secure asks for it here. */
export const verdictOnSetup = (card: Behaviour, { authenticated }: { authenticated: boolean }): Verdict =>
  card.asks !== 'never' && !authenticated ? authenticate : said(card.onSetup)

export interface ChargeAttempt {
  /** The person is not there to authenticate. */
  readonly offSession: boolean
  /** The card was authenticated while it was saved. */
  readonly isSetUp: boolean
  readonly authenticated: boolean
}

export function verdictOnCharge(card: Behaviour, attempt: ChargeAttempt): Verdict {
  if (!attempt.authenticated && asksNow(card, attempt)) return authenticate
  return said(card.onCharge)
}

function asksNow({ asks }: Behaviour, { offSession, isSetUp }: ChargeAttempt): boolean {
  if (asks === 'always') return true
  if (asks === 'unless set up') return !(offSession && isSetUp)
  return asks === 'on session' && !offSession
}
