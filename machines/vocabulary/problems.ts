/** Ids of everything that can go wrong in front of a person. The wording stands in the copy catalogues. */
export const problemCodes = [
  'address.invalid',
  'address.taken',
  'code.wrong',
  'code.dead',
  'code.malformed',
  'mail.failed',
  'name.tooLong',
  'name.unreadable',
  'profile.name.missing',
  'profile.company.missing',
  'profile.password.weak',
  'profile.password.tooLong',
  'plan.unavailable',
  'plan.priceChanged',
  'plans.unreadable',
  'card.declined',
  'card.expired',
  'card.insufficientFunds',
  'card.incorrectCvc',
  'card.processingError',
  'card.notAuthenticated',
  'card.formMissing',
  'card.unsent',
  'payment.unreachable',
  'setup.failed',
  'setup.needsHuman',
  'setup.refunded',
  'rate.limited',
  'conflict',
  'offline',
  'version.skew',
  'unknown',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** Narrows a code from outside to one the catalogues know. */
export const toProblem = (code: string): ProblemCode =>
  (problemCodes as readonly string[]).includes(code) ? (code as ProblemCode) : 'unknown'
