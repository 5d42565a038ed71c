/**
 * Usage, taken and kept; it is not rated. The same identifier is taken once.
 *
 * Source: Stripe API reference, "Meter Events" (v1 form-encoded, v2 JSON; timestamps at most 35 days old and five
 * minutes ahead).
 */
import type Stripe from 'stripe'
import * as z from 'zod'
import type { Account } from '../account/account.ts'
import { invalid } from '../account/problem.ts'
import { route } from '../wire/route.ts'
import { expandable, integer, text } from '../wire/schema.ts'

const DAY = 86_400

const schema = z.strictObject({
  ...expandable,
  event_name: text,
  identifier: text.max(100).optional(),
  payload: z.record(text, text),
  timestamp: z.union([integer, z.iso.datetime().transform((at) => Math.floor(Date.parse(at) / 1000))]).optional(),
})

function take(account: Account, params: z.output<typeof schema>): Stripe.Billing.MeterEvent {
  const now = account.clock.seconds()
  const timestamp = params.timestamp ?? now
  if (timestamp < now - 35 * DAY || timestamp > now + 300)
    throw invalid('The timestamp must be within the past 35 calendar days or up to 5 minutes in the future.', {
      param: 'timestamp',
    })
  const identifier = params.identifier ?? account.id('mtr_evt')
  if (account.meterEvents.some((event) => event.identifier === identifier))
    throw invalid(`An event already exists with identifier ${identifier}.`, {
      code: 'resource_already_exists',
      param: 'identifier',
    })
  const event: Stripe.Billing.MeterEvent = {
    object: 'billing.meter_event',
    created: now,
    event_name: params.event_name,
    identifier,
    livemode: false,
    payload: params.payload,
    timestamp,
  }
  account.meterEvents.push(event)
  return event
}

export const meterEventRoutes = [
  route('POST', '/v1/billing/meter_events', schema, ({ account, params }) => take(account, params)),
  route('POST', '/v2/billing/meter_events', schema, ({ account, params }) => {
    const event = take(account, params)
    const iso = (seconds: number) => new Date(seconds * 1000).toISOString()
    return { ...event, object: 'v2.billing.meter_event', created: iso(event.created), timestamp: iso(event.timestamp) }
  }),
]
