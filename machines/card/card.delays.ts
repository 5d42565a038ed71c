/** How long the replacement of a card waits for what, in milliseconds. */
const minute = 60_000

export const cardDelays = {
  /** A form nobody finishes is closed; the card before stays. */
  formLifetime: 60 * minute,
  askAgain: 15_000,
  askAgainLater: 5 * minute,
}
