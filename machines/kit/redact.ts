/**
 * What of an event or a context somebody may see who is not the person it is about: an operator, a product manager, the
 * inspector. An allow-list of names, and only values that look like facts: whatever is not both is hidden, so a field
 * somebody adds tomorrow is hidden until it is named here.
 */

/** Stands for what is not shown. */
export const HIDDEN = '•••'

/** Names of things. */
const ids =
  'tenantId userId subscriptionId customerId setupIntentId onboardingId invitationId offboardingId exportId signInId changeId ' +
  'invoiceId objectId paymentMethodId paymentId cardId runId removalId closingId accountId integrationId eventId actorId upgrade id'

/** Facts: states, counts, times, amounts, codes and choices out of a fixed set. */
const facts =
  'type output input error problem code status result kind role locale plan planIsPaid interval catalogueVersion version ' +
  'seats members projects storageBytes requestsPerMonth startSeats limit limits threshold crossing meter used usage hard soft ' +
  'steps step key tries triesLeft attempt attempts round number count codesSent payments noticesSent sent told misses ' +
  'at when endsAt expiresAt periodEnd cancelAt cancelledAt stoppedAt checkedAt connectedAt createdAt nextTryAt retrievalEndsAt ' +
  'closingSoon invoicesUntil until since inMs retryInMs worksForMs retrievalMs lifetimeMs bytes rows ' +
  'amountMinor currency money price monthly yearly paid refund refunded owed debt episode dunning billing account subscription ' +
  'verified undone released recovered closed wasClosed found held forgotten deleted done isPaid isClosing isPastDue livemode ' +
  'hasMore bestEffort ready reminder retained regions sections licences licence plans order month objectKind apiVersion nothing ' +
  'brand card steps reason outcome checks missed taken again provider state twice sound since reached over resource stopped'

const idNames: ReadonlySet<string> = new Set(ids.split(' '))
const factNames: ReadonlySet<string> = new Set(facts.split(' '))

/** A name of ours or of a provider: no space, no address. */
const idLike = /^[\w:./#-]{1,120}$/
/** A word out of a fixed set, a version, or a date. */
const wordLike = /^[\w.:+-]{1,40}$/

/** A copy in which only what is named above is left. Anything deeper than a chart keeps is hidden as a whole. */
export const redacted = (value: unknown): unknown => shown(value, factNames, MOST_DEEP)

const MOST_DEEP = 8

function shown(value: unknown, names: ReadonlySet<string>, depth: number): unknown {
  if (value === null || value === undefined || typeof value === 'boolean' || typeof value === 'number') return value
  if (typeof value === 'string') return (names === idNames ? idLike : wordLike).test(value) ? value : HIDDEN
  if (depth === 0 || typeof value !== 'object') return HIDDEN
  if (Array.isArray(value)) return value.map((one) => shown(one, names, depth - 1))
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      const kind = idNames.has(name) ? idNames : factNames.has(name) ? factNames : null
      return [name, kind ? shown(one, kind, depth - 1) : one === null ? null : HIDDEN]
    }),
  )
}
