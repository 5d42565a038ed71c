/** How long an onboarding waits for what, in milliseconds. */
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export const onboardingDelays = {
  /** From the first look to a proved address. */
  signUpLifetime: day,
  codeLifetime: 15 * minute,
  resendCooldown: 30_000,
  lockDuration: 15 * minute,
  firstReminder: day,
  secondReminder: 3 * day,
  abandonAfter: 14 * day,
  forgetAfter: 30 * day,
  handOverLifetime: hour,
  /** Between two rounds of trying to give money back. */
  giveBackAgain: hour,
}

/** Wrong codes until a code is dead. */
export const CODE_TRIES = 5
/** Codes one sign-up may ask for. */
export const CODES_PER_SIGN_UP = 5
