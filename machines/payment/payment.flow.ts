/** The payment flow. Another chart starts it; a visitor or a member speaks to it about the card form, the provider through the server. */
import * as z from 'zod/mini'
import { flow } from '../kit/flow.ts'
import { paymentMachine } from './payment.machine.ts'
import { paymentSays } from './payment.says.ts'
import type { PaymentContext } from './payment.types.ts'
import { paymentView } from './payment.view.ts'

export const paymentEvents = {
  'card.submitted': z.strictObject({ type: z.literal('card.submitted') }),
  'payment.left': z.strictObject({ type: z.literal('payment.left') }),
  'payment.retried': z.strictObject({ type: z.literal('payment.retried') }),
  'payment.changed': z.strictObject({ type: z.literal('payment.changed') }),
}

export const paymentFlow = flow<typeof paymentMachine>({
  machine: paymentMachine,
  says: paymentSays,
  start: null,
  events: paymentEvents,
  policy: {
    'card.submitted': ['visitor', 'member'],
    'payment.left': ['visitor', 'member'],
    'payment.retried': ['visitor', 'member', 'operator'],
    'payment.changed': ['system'],
  },
  // a visitor pays in their own sign-up; of a workspace's members, those who manage billing
  reading: 'billing.manage',
  permissions: {
    'card.submitted': 'billing.manage',
    'payment.left': 'billing.manage',
    'payment.retried': 'billing.manage',
  },
  view: (context: PaymentContext, caller) => ({ ...paymentView(context, caller) }),
})
