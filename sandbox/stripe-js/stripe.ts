/**
 * A stand-in for Stripe.js. Loaded before the page's own script it defines `window.Stripe`, so `loadStripe` of
 * @stripe/stripe-js finds it and fetches nothing.
 *
 * It finds the sandbox's API by `data-api` of its own script element, or where the script came from.
 */
import type { PaymentIntentResult, PaymentMethodResult, SetupIntentResult } from '@stripe/stripe-js'
import { type Answer, type BrowserApi, call, integrationError } from './api.ts'
import type { CardElement } from './card-element.ts'
import { type ConfirmOptions, confirm, type Intent, type Kind, kindOf, nextAction, retrieve, send } from './confirm.ts'
import { ElementsGroup, type GroupOptions } from './elements.ts'

const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript : null
const base = script?.dataset.api ?? (script?.src ? new URL(script.src).origin : location.origin)

type Result = SetupIntentResult | PaymentIntentResult

const resultOf = (answer: Answer<Intent>): Result => {
  if (answer.error) return { error: answer.error }
  const intent = answer.value
  return intent.object === 'setup_intent' ? { setupIntent: intent } : { paymentIntent: intent }
}

/** What `confirmCardPayment` and `confirmCardSetup` take: a card element, or a payment method's id. */
interface CardData {
  readonly payment_method?: string | { readonly card: CardElement }
}

async function confirmCard(
  api: BrowserApi,
  kind: Kind,
  secret: string,
  { payment_method: method }: CardData = {},
): Promise<Result> {
  if (typeof method !== 'object')
    return resultOf(await send(api, kind, secret, method ? { payment_method: method } : {}))
  const problem = method.card.check()
  if (problem) return { error: problem }
  return resultOf(await send(api, kind, secret, method.card.fields('payment_method_data') ?? {}))
}

async function createPaymentMethod(
  api: BrowserApi,
  from: { elements?: ElementsGroup; card?: CardElement },
): Promise<PaymentMethodResult> {
  const element = from.card ?? from.elements?.card ?? null
  const problem = element?.check()
  if (problem) return { error: problem }
  // the fields of a payment method stand at the top, without the prefix an intent needs
  const fields = Object.entries(element?.fields('data') ?? {})
  const plain = fields.map(([name, value]) => [name.replace(/^data\[(\w+)\]/, '$1'), value] as const)
  const answer = await call<NonNullable<PaymentMethodResult['paymentMethod']>>(
    api,
    'POST',
    '/v1/payment_methods',
    Object.fromEntries(plain),
  )
  return answer.error ? { error: answer.error } : { paymentMethod: answer.value }
}

function Stripe(key: string, options: { locale?: string } = {}) {
  if (typeof key !== 'string' || !key.startsWith('pk_'))
    throw integrationError(
      'Please call Stripe() with your publishable key. You used an empty string or another kind of key.',
    )
  const api: BrowserApi = { base, key }
  return {
    elements: (group: GroupOptions = {}) => new ElementsGroup(api, { locale: options.locale, ...group }),
    confirmSetup: async (asked: ConfirmOptions) => resultOf(await confirm(api, 'setup', asked)),
    confirmPayment: async (asked: ConfirmOptions) => resultOf(await confirm(api, 'payment', asked)),
    confirmCardSetup: (secret: string, data?: CardData) => confirmCard(api, 'setup', secret, data),
    confirmCardPayment: (secret: string, data?: CardData) => confirmCard(api, 'payment', secret, data),
    async handleNextAction({ clientSecret }: { clientSecret: string }) {
      const found = await retrieve(api, clientSecret)
      return resultOf(found.error ? found : await nextAction(api, found.value))
    },
    retrieveSetupIntent: async (secret: string) => resultOf(await retrieve(api, checkKind(secret, 'setup'))),
    retrievePaymentIntent: async (secret: string) => resultOf(await retrieve(api, checkKind(secret, 'payment'))),
    createPaymentMethod: (from: { elements?: ElementsGroup; card?: CardElement }) => createPaymentMethod(api, from),
    createToken: () => Promise.reject(integrationError('The sandbox makes payment methods, not tokens.')),
    registerAppInfo: () => {},
    _registerWrapper: () => {},
  }
}

function checkKind(secret: string, kind: Kind): string {
  if (kindOf(secret) !== kind)
    throw integrationError(`Invalid value for clientSecret: it is not one of a ${kind} intent.`)
  return secret
}

/** The release train this @stripe/stripe-js expects; another would be warned about. */
Stripe.version = 'endive'

// a plain function is what @stripe/stripe-js looks for
Object.assign(window, { Stripe })
