/**
 * Products.
 *
 * Source: Stripe API reference, "Products".
 */
import type Stripe from 'stripe'
import * as z from 'zod'
import type { Account } from '../account/account.ts'
import { invalid } from '../account/problem.ts'
import { pageOf } from '../wire/list.ts'
import { route } from '../wire/route.ts'
import { clearable, expandable, flag, list, metadata, paged, text, withMetadata } from '../wire/schema.ts'

const common = {
  ...expandable,
  active: flag.optional(),
  default_price: text.optional(),
  description: clearable.optional(),
  metadata: metadata.optional(),
  statement_descriptor: clearable.optional(),
  tax_code: clearable.optional(),
  unit_label: clearable.optional(),
  url: clearable.optional(),
}
const updateSchema = z.strictObject({ ...common, name: text.optional() })
const createSchema = z.strictObject({ ...common, id: text.optional(), name: text })
const listSchema = z.strictObject({ ...paged, active: flag.optional(), ids: list(text).optional() })

function create(account: Account, params: z.output<typeof createSchema>): Stripe.Product {
  const { expand: _, id = account.id('prod', 14), metadata: notes, ...plain } = params
  if (account.products.find(id))
    throw invalid('Product already exists.', { code: 'resource_already_exists', param: 'id' })
  const product: Stripe.Product = {
    id,
    object: 'product',
    active: true,
    created: account.clock.seconds(),
    default_price: null,
    description: null,
    images: [],
    livemode: false,
    marketing_features: [],
    metadata: withMetadata(null, notes),
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: null,
    tax_details: null,
    type: 'service',
    unit_label: null,
    updated: account.clock.seconds(),
    url: null,
    ...plain,
  }
  return account.keep(account.products, product, 'product.created')
}

function update(account: Account, id: string, params: z.output<typeof updateSchema>): Stripe.Product {
  const product = account.products.get(id)
  const { expand: _, metadata: notes, ...plain } = params
  if (plain.default_price) account.prices.get(plain.default_price, 'default_price')
  return account.change(product, 'product.updated', {
    ...plain,
    metadata: withMetadata(product.metadata, notes),
    updated: account.clock.seconds(),
  })
}

/** A product that has prices stays, so old invoices can still say what they were for. */
function remove(account: Account, id: string): Stripe.DeletedProduct {
  const product = account.products.get(id)
  if (account.prices.oldestFirst().some((price) => price.product === id))
    throw invalid('This product cannot be deleted because it has one or more user-created prices.')
  account.products.remove(id)
  account.search.forget(id)
  account.tell('product.deleted', product)
  return { id, object: 'product', deleted: true }
}

export const productRoutes = [
  route('POST', '/v1/products', createSchema, ({ account, params }) => create(account, params)),
  route('GET', '/v1/products', listSchema, ({ account, params: { active, ids, ...page } }) => {
    const wanted = account.products
      .newestFirst()
      .filter((product) => (active === undefined || product.active === active) && (!ids || ids.includes(product.id)))
    return pageOf(wanted, '/v1/products', page)
  }),
  route('GET', '/v1/products/:id', z.strictObject(expandable), ({ account, path }) => account.products.get(path.id!)),
  route('POST', '/v1/products/:id', updateSchema, ({ account, path, params }) => update(account, path.id!, params)),
  route('DELETE', '/v1/products/:id', z.strictObject({}), ({ account, path }) => remove(account, path.id!)),
]
