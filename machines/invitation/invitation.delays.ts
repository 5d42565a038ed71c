/** How long an invitation waits for what, in milliseconds. */
const minute = 60_000
const day = 24 * 60 * minute

export const invitationDelays = {
  /** A link works for as long as its invitation waits. */
  invitationLifetime: 7 * day,
  resendCooldown: minute,
  /** Counted from the end of the cooldown. */
  reminderDelay: 5 * day,
  /** Somebody who accepted waits for a seat, or for us. */
  acceptanceLifetime: 30 * day,
}

/** Mails with a link that one invitation may send. */
export const INVITATION_SENDS = 10
