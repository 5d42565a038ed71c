/**
 * Subscriptions over the wire.
 *
 * Source: Stripe API reference, "Subscriptions".
 */
import * as z from 'zod'
import { idOf } from '../../account/id-of.ts'
import { missing } from '../../account/problem.ts'
import { pageOf } from '../../wire/list.ts'
import { type Call, route } from '../../wire/route.ts'
import { clearable, expandable, flag, isWithin, moments, paged, text } from '../../wire/schema.ts'
import { createSchema } from './asked.ts'
import { cancelNow } from './cancel.ts'
import { createSubscription } from './create.ts'
import { updateSchema } from './plain-update.ts'
import { updateSubscription } from './update.ts'

const cancelSchema = z.strictObject({
  ...expandable,
  cancellation_details: z.strictObject({ comment: clearable.optional(), feedback: clearable.optional() }).optional(),
  invoice_now: flag.optional(),
  prorate: flag.optional(),
})
const listSchema = z.strictObject({
  ...paged,
  collection_method: text.optional(),
  created: moments.optional(),
  customer: text.optional(),
  price: text.optional(),
  status: text.optional(),
})

function list({ account, params }: Call<z.output<typeof listSchema>>) {
  const { customer, price, status, created, collection_method: method } = params
  const wanted = account.subscriptions
    .newestFirst()
    .filter((found) => customer === undefined || idOf(found.customer) === customer)
    .filter((found) => price === undefined || found.items.data.some((item) => item.price.id === price))
    .filter((found) => method === undefined || found.collection_method === method)
    .filter((found) => hasStatus(found.status, status))
    .filter((found) => isWithin(found.created, created))
  return pageOf(wanted, '/v1/subscriptions', params)
}

/** Canceled ones are listed only when they are asked for. */
const hasStatus = (status: string, asked: string | undefined): boolean => {
  if (asked === undefined) return status !== 'canceled'
  if (asked === 'ended') return status === 'canceled' || status === 'incomplete_expired'
  return asked === 'all' || status === asked
}

function cancel({ account, path, params }: Call<z.output<typeof cancelSchema>>) {
  const subscription = account.subscriptions.get(path.id!)
  if (subscription.ended_at !== null) throw missing('subscription', subscription.id, 'id')
  return cancelNow(account, subscription, {
    details: params.cancellation_details,
    invoiceNow: params.invoice_now,
    prorate: params.prorate,
  })
}

export const subscriptionRoutes = [
  route('POST', '/v1/subscriptions', createSchema, ({ account, params }) => createSubscription(account, params)),
  route('GET', '/v1/subscriptions', listSchema, list),
  route('GET', '/v1/subscriptions/:id', z.strictObject(expandable), ({ account, path }) =>
    account.subscriptions.get(path.id!),
  ),
  route('POST', '/v1/subscriptions/:id', updateSchema, ({ account, path, params }) =>
    updateSubscription(account, account.subscriptions.get(path.id!), params),
  ),
  route('DELETE', '/v1/subscriptions/:id', cancelSchema, cancel),
]
