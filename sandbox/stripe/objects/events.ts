/**
 * Events, for those who missed a webhook.
 *
 * Source: Stripe API reference, "Events" (kept for 30 days; here for as long as the sandbox lives).
 */
import * as z from 'zod'
import { invalid } from '../account/problem.ts'
import { pageOf } from '../wire/list.ts'
import { route } from '../wire/route.ts'
import { expandable, flag, isWithin, list, moments, paged, text } from '../wire/schema.ts'

const listSchema = z.strictObject({
  ...paged,
  created: moments.optional(),
  delivery_success: flag.optional(),
  type: text.optional(),
  types: list(text).optional(),
})

/** `invoice.*` means every event of invoices. */
const isOfType = (type: string, asked: string) =>
  asked.endsWith('*') ? type.startsWith(asked.slice(0, -1)) : type === asked

export const eventRoutes = [
  route('GET', '/v1/events', listSchema, ({ account, params }) => {
    const { type, types, created, delivery_success: delivered } = params
    if (type !== undefined && types !== undefined)
      throw invalid('You may pass either `type` or `types`, but not both.', {
        code: 'parameters_exclusive',
        param: 'types',
      })
    const asked = types ?? (type === undefined ? null : [type])
    const wanted = account.events
      .newestFirst()
      .filter((event) => asked === null || asked.some((one) => isOfType(event.type, one)))
      .filter((event) => delivered === undefined || (event.pending_webhooks === 0) === delivered)
      .filter((event) => isWithin(event.created, created))
    return pageOf(wanted, '/v1/events', params)
  }),
  route('GET', '/v1/events/:id', z.strictObject(expandable), ({ account, path }) => account.events.get(path.id!)),
]
