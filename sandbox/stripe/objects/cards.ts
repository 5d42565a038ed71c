/**
 * Stripe's published test cards and what becomes of a payment with each.
 *
 * Source: Stripe docs, "Testing" (cards by brand, declined payments, 3D Secure, disputes) and "Decline codes".
 */

/** `code` is Stripe's error code, `declineCode` the bank's reason. */
export interface Decline {
  readonly code: string
  readonly declineCode: string
  readonly message: string
}

/** How a card behaves. No number stands here: it is forgotten as soon as the behaviour is known. */
export interface Behaviour {
  /** What saving it meets; null when it may be saved. */
  readonly onSetup: Decline | null
  /** What charging it meets, after authentication if that is asked for. */
  readonly onCharge: Decline | null
  /**
   * When the bank asks for 3-D Secure: `never`; `unless set up` (not off session once saved with authentication);
   * `always`, off session too; `on session` (saved elsewhere before).
   */
  readonly asks: 'never' | 'unless set up' | 'always' | 'on session'
}

export interface TestCard {
  readonly number: string
  /** What follows `pm_card_` and, where Stripe has one, `tok_`. */
  readonly names: readonly string[]
  readonly behaviour: Behaviour
}

const declined = (declineCode: string, message = 'Your card was declined.', code = 'card_declined'): Decline => ({
  code,
  declineCode,
  message,
})

const fine: Behaviour = { onSetup: null, onCharge: null, asks: 'never' }
const refused = (decline: Decline): Behaviour => ({ onSetup: decline, onCharge: decline, asks: 'never' })
const card = (number: string, names: string, behaviour: Behaviour = fine): TestCard => ({
  number,
  names: names.split(' '),
  behaviour,
})

const generic = declined('generic_decline')
const funds = declined('insufficient_funds', 'Your card has insufficient funds.')
const expired = declined('expired_card', 'Your card has expired.', 'expired_card')
const cvc = declined('incorrect_cvc', "Your card's security code is incorrect.", 'incorrect_cvc')
const processing = declined(
  'processing_error',
  'An error occurred while processing your card. Try again in a little bit.',
  'processing_error',
)

export const testCards: readonly TestCard[] = [
  card('4242424242424242', 'visa'),
  card('4000056655665556', 'visa_debit'),
  card('5555555555554444', 'mastercard'),
  card('2223003122003222', 'mastercard_2series'),
  card('5200828282828210', 'mastercard_debit'),
  card('5105105105105100', 'mastercard_prepaid'),
  card('378282246310005', 'amex amex_threeDSecureNotSupported'),
  card('371449635398431', 'amex_2'),
  card('6011111111111117', 'discover'),
  card('3056930009020004', 'diners'),
  card('3566002020360505', 'jcb'),
  card('6200000000000005', 'unionpay'),
  card('4000002760000016', 'de_visa'),
  card('4000000000000002', 'chargeDeclined visa_chargeDeclined', refused(generic)),
  card('4000000000009995', 'chargeDeclinedInsufficientFunds visa_chargeDeclinedInsufficientFunds', refused(funds)),
  card('4000000000009987', 'chargeDeclinedLostCard visa_chargeDeclinedLostCard', refused(declined('lost_card'))),
  card('4000000000009979', 'chargeDeclinedStolenCard visa_chargeDeclinedStolenCard', refused(declined('stolen_card'))),
  card('4000000000000069', 'chargeDeclinedExpiredCard', refused(expired)),
  card('4000000000000127', 'chargeDeclinedIncorrectCvc', refused(cvc)),
  card('4000000000000119', 'chargeDeclinedProcessingError', refused(processing)),
  card(
    '4000000000006975',
    'chargeDeclinedVelocityLimitExceeded visa_chargeDeclinedVelocityLimitExceeded',
    refused(declined('card_velocity_exceeded', 'Your card was declined for making repeated attempts too frequently.')),
  ),
  card('4100000000000019', 'riskLevelHighest', { ...fine, onCharge: declined('fraudulent') }),
  card('4000000000000341', 'chargeCustomerFail', { ...fine, onCharge: generic }),
  card('4000002500003155', 'authenticationRequiredOnSetup', { ...fine, asks: 'unless set up' }),
  card('4000002760003184', 'authenticationRequired', { ...fine, asks: 'always' }),
  card('4000003800000446', 'authenticationRequiredSetupForOffSession', { ...fine, asks: 'on session' }),
  card('4000008260003178', 'authenticationRequiredChargeDeclinedInsufficientFunds', {
    onSetup: null,
    onCharge: funds,
    asks: 'on session',
  }),
  card('4000000000003220', 'threeDSecure2Required', { ...fine, asks: 'on session' }),
  card('4000000000003063', 'threeDSecureRequired', { ...fine, asks: 'on session' }),
  card('4000008400001629', 'threeDSecureRequiredChargeDeclined', {
    onSetup: generic,
    onCharge: generic,
    asks: 'on session',
  }),
  card('4000000000003055', 'threeDSecureOptional'),
]

export const cardByNumber = (number: string): TestCard | undefined => testCards.find((known) => known.number === number)

/** By `pm_card_visa` or `tok_visa`. */
export const cardByToken = (token: string): TestCard | undefined => {
  const name = /^(?:pm_card|tok)_(.+)$/.exec(token)?.[1]
  return testCards.find(({ names }) => name !== undefined && names.includes(name))
}
