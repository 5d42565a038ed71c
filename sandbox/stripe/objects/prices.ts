/**
 * Prices: per unit, one-time or recurring. Amounts are in the minor unit of the currency. A price's amount never
 * changes; a new price takes over the old one's lookup key.
 *
 * Source: Stripe API reference, "Prices".
 */
import type Stripe from 'stripe'
import { default as StripeSdk } from 'stripe'
import * as z from 'zod'
import type { Account } from '../account/account.ts'
import { invalid } from '../account/problem.ts'
import { pageOf } from '../wire/list.ts'
import { route } from '../wire/route.ts'
import {
  clearable,
  decimal,
  expandable,
  flag,
  list,
  metadata,
  natural,
  paged,
  text,
  withMetadata,
} from '../wire/schema.ts'

const interval = z.enum(['day', 'week', 'month', 'year'])
const common = {
  ...expandable,
  active: flag.optional(),
  lookup_key: clearable.optional(),
  transfer_lookup_key: flag.optional(),
  metadata: metadata.optional(),
  nickname: clearable.optional(),
  tax_behavior: z.enum(['exclusive', 'inclusive', 'unspecified']).optional(),
}
const updateSchema = z.strictObject(common)
const createSchema = z.strictObject({
  ...common,
  currency: text,
  product: text.optional(),
  product_data: z.strictObject({ name: text, metadata: metadata.optional() }).optional(),
  recurring: z
    .strictObject({
      interval,
      interval_count: natural.optional(),
      usage_type: z.enum(['licensed', 'metered']).optional(),
      meter: text.optional(),
    })
    .optional(),
  unit_amount: natural.optional(),
  unit_amount_decimal: decimal.optional(),
})
const listSchema = z.strictObject({
  ...paged,
  active: flag.optional(),
  currency: text.optional(),
  lookup_keys: list(text).optional(),
  product: text.optional(),
  type: z.enum(['one_time', 'recurring']).optional(),
})

/** Gives the key to nobody else. Throws when another price has it and it is not to be transferred. */
function takeLookupKey(account: Account, key: string | null | undefined, transfer: boolean | undefined, id: string) {
  const holder = key ? account.prices.oldestFirst().find((price) => price.lookup_key === key && price.id !== id) : null
  if (!holder) return
  if (!transfer) throw invalid(`A price (\`${holder.id}\`) already uses that lookup key.`, { param: 'lookup_key' })
  account.change(holder, 'price.updated', { lookup_key: null })
}

function create(account: Account, params: z.output<typeof createSchema>): Stripe.Price {
  const amount =
    params.unit_amount ?? (params.unit_amount_decimal === undefined ? null : Number(params.unit_amount_decimal))
  if (amount === null)
    throw invalid('You must specify one of `unit_amount` or `unit_amount_decimal`.', { param: 'unit_amount' })
  const id = account.id('price')
  const product = productOf(account, params)
  takeLookupKey(account, params.lookup_key, params.transfer_lookup_key, id)
  const price: Stripe.Price = {
    id,
    object: 'price',
    active: params.active ?? true,
    billing_scheme: 'per_unit',
    created: account.clock.seconds(),
    currency: params.currency.toLowerCase(),
    custom_unit_amount: null,
    livemode: false,
    lookup_key: params.lookup_key ?? null,
    metadata: withMetadata(null, params.metadata),
    nickname: params.nickname ?? null,
    product,
    recurring: recurringOf(params.recurring),
    tax_behavior: params.tax_behavior ?? 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: params.recurring ? 'recurring' : 'one_time',
    unit_amount: Number.isInteger(amount) ? amount : null,
    unit_amount_decimal: StripeSdk.Decimal.from(params.unit_amount_decimal ?? amount),
  }
  return account.keep(account.prices, price, 'price.created')
}

const recurringOf = (asked: z.output<typeof createSchema>['recurring']): Stripe.Price.Recurring | null =>
  asked
    ? {
        interval: asked.interval,
        interval_count: asked.interval_count ?? 1,
        meter: asked.meter ?? null,
        trial_period_days: null,
        usage_type: asked.usage_type ?? 'licensed',
      }
    : null

function productOf(account: Account, params: z.output<typeof createSchema>): string {
  if (params.product) return account.products.get(params.product, 'product').id
  if (!params.product_data)
    throw invalid('Missing required param: product.', { code: 'parameter_missing', param: 'product' })
  const now = account.clock.seconds()
  const product: Stripe.Product = {
    id: account.id('prod', 14),
    object: 'product',
    active: true,
    created: now,
    description: null,
    images: [],
    livemode: false,
    marketing_features: [],
    metadata: withMetadata(null, params.product_data.metadata),
    name: params.product_data.name,
    package_dimensions: null,
    shippable: null,
    tax_details: null,
    type: 'service',
    updated: now,
    url: null,
  }
  return account.keep(account.products, product, 'product.created').id
}

function update(account: Account, id: string, params: z.output<typeof updateSchema>): Stripe.Price {
  const price = account.prices.get(id)
  const { expand: _, metadata: notes, transfer_lookup_key: transfer, ...plain } = params
  takeLookupKey(account, plain.lookup_key, transfer, id)
  return account.change(price, 'price.updated', { ...plain, metadata: withMetadata(price.metadata, notes) })
}

export const priceRoutes = [
  route('POST', '/v1/prices', createSchema, ({ account, params }) => create(account, params)),
  route('GET', '/v1/prices', listSchema, ({ account, params }) => {
    const { active, currency, lookup_keys: keys, product, type } = params
    const wanted = account.prices
      .newestFirst()
      .filter((price) => active === undefined || price.active === active)
      .filter((price) => currency === undefined || price.currency === currency)
      .filter((price) => product === undefined || price.product === product)
      .filter((price) => type === undefined || price.type === type)
      .filter((price) => !keys || keys.includes(price.lookup_key ?? ''))
    return pageOf(wanted, '/v1/prices', params)
  }),
  route('GET', '/v1/prices/:id', z.strictObject(expandable), ({ account, path }) => account.prices.get(path.id!)),
  route('POST', '/v1/prices/:id', updateSchema, ({ account, path, params }) => update(account, path.id!, params)),
]
