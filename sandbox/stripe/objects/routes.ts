/** Every route of the API, and the fields that are left out of an object unless they are expanded. */
import type { Includable } from '../wire/expand.ts'
import { listOf } from '../wire/list.ts'
import { type Route, route } from '../wire/route.ts'
import { chargeRoutes } from './charges.ts'
import { customerRoutes } from './customers.ts'
import { eventRoutes } from './events.ts'
import { invoiceItemRoutes } from './invoices/item-routes.ts'
import { confirmationSecretOf, paymentsOf } from './invoices/payment.ts'
import { invoiceRoutes } from './invoices/routes.ts'
import { meterEventRoutes } from './meter-events.ts'
import { paymentIntentRoutes } from './payment-intent-routes.ts'
import { elementsSession, paymentMethodRoutes } from './payment-method-routes.ts'
import { priceRoutes } from './prices.ts'
import { productRoutes } from './products.ts'
import { refundRoutes, refundsOf } from './refunds.ts'
import { searchRoutes } from './search.ts'
import { setupIntentRoutes } from './setup-intent-routes.ts'
import { previewInvoice, previewSchema } from './subscriptions/preview.ts'
import { subscriptionRoutes } from './subscriptions/routes.ts'

/** Words stand before parameters in the same place: `/search` is not an id. */
export const routes: readonly Route[] = [
  ...searchRoutes,
  route('POST', '/v1/invoices/create_preview', previewSchema, ({ account, params }) => previewInvoice(account, params)),
  ...customerRoutes,
  ...productRoutes,
  ...priceRoutes,
  ...paymentMethodRoutes,
  elementsSession,
  ...setupIntentRoutes,
  ...paymentIntentRoutes,
  ...subscriptionRoutes,
  ...invoiceRoutes,
  ...invoiceItemRoutes,
  ...chargeRoutes,
  ...refundRoutes,
  ...eventRoutes,
  ...meterEventRoutes,
]

export const includable: Includable = {
  customer: {
    subscriptions: (account, id) =>
      listOf(
        account.subscriptions
          .newestFirst()
          .filter(({ customer, ended_at: ended }) => customer === id && ended === null),
        `/v1/customers/${id}/subscriptions`,
      ),
    sources: (_account, id) => listOf([], `/v1/customers/${id}/sources`),
    tax_ids: (_account, id) => listOf([], `/v1/customers/${id}/tax_ids`),
  },
  invoice: {
    confirmation_secret: (account, id) => confirmationSecretOf(account, account.invoices.get(id)),
    payments: (account, id) => listOf(paymentsOf(account, id), '/v1/invoice_payments'),
  },
  charge: { refunds: refundsOf },
}
