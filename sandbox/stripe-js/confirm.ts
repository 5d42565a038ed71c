/**
 * Confirming: the card goes from the element straight to the sandbox, the bank's question is asked when there is one,
 * and what comes back is the intent or an error in Stripe's shape.
 *
 * Source: Stripe.js reference, "Confirm a SetupIntent", "Confirm a PaymentIntent", "Handle next actions".
 */
import type { PaymentIntent, SetupIntent, StripeError } from '@stripe/stripe-js'
import { type Answer, type BrowserApi, call, integrationError } from './api.ts'
import { askInDialog } from './challenge.ts'
import type { ElementsGroup } from './elements.ts'
import { wordsFor } from './words.ts'

export type Intent = SetupIntent | PaymentIntent
export type Kind = 'setup' | 'payment'

export interface ConfirmOptions {
  readonly elements?: ElementsGroup
  readonly clientSecret?: string
  readonly confirmParams?: { readonly return_url?: string; readonly payment_method?: string }
  readonly redirect?: 'always' | 'if_required'
}

const folder = (kind: Kind) => `/v1/${kind}_intents`

export const kindOf = (clientSecret: string): Kind => (clientSecret.startsWith('seti_') ? 'setup' : 'payment')

const idIn = (clientSecret: string): string => {
  const [id = ''] = clientSecret.split('_secret_')
  if (id === '' || id === clientSecret) throw integrationError(`Invalid value for clientSecret: ${clientSecret}`)
  return id
}

export const retrieve = (api: BrowserApi, clientSecret: string): Promise<Answer<Intent>> =>
  call<Intent>(api, 'GET', `${folder(kindOf(clientSecret))}/${idIn(clientSecret)}`, { client_secret: clientSecret })

/** Throws an `IntegrationError` for what only a programmer can put right. */
export async function confirm(api: BrowserApi, kind: Kind, options: ConfirmOptions): Promise<Answer<Intent>> {
  const clientSecret = options.clientSecret ?? options.elements?.clientSecret
  if (clientSecret === undefined) throw integrationError('A clientSecret is needed to confirm.')
  if (options.elements?.isDeferred && !options.elements.isSubmitted)
    throw integrationError('You must call elements.submit() before confirming, and wait for it.')
  const redirect = options.redirect ?? 'always'
  const returnUrl = options.confirmParams?.return_url
  if (redirect === 'always' && returnUrl === undefined)
    throw integrationError("confirmParams.return_url is required unless redirect is 'if_required'.")
  const invalid = options.elements?.isDeferred ? null : (options.elements?.card?.check() ?? null)
  if (invalid) return { error: invalid }
  const answer = await send(api, kind, clientSecret, {
    ...options.elements?.card?.fields('payment_method_data'),
    ...(options.confirmParams?.payment_method && { payment_method: options.confirmParams.payment_method }),
  })
  if (!answer.error && redirect === 'always') return leave(returnUrl!, answer.value)
  return answer
}

/** The fields of a card or a payment method's id, and whatever the bank asks. */
export async function send(
  api: BrowserApi,
  kind: Kind,
  clientSecret: string,
  fields: Record<string, string>,
): Promise<Answer<Intent>> {
  const confirmed = await call<Intent>(api, 'POST', `${folder(kind)}/${idIn(clientSecret)}/confirm`, {
    ...fields,
    client_secret: clientSecret,
    use_stripe_sdk: 'true',
  })
  return confirmed.error ? confirmed : nextAction(api, confirmed.value)
}

/** Asks what the bank asks; an intent nobody asks about comes back as it is. */
export async function nextAction(api: BrowserApi, intent: Intent): Promise<Answer<Intent>> {
  if (intent.status !== 'requires_action') return { value: intent }
  const passed = await askInDialog(wordsFor(document.documentElement.lang || undefined))
  const secret = intent.client_secret ?? ''
  const path = `/challenge/${intent.id}?client_secret=${encodeURIComponent(secret)}`
  const answered = await call<Intent>(api, 'POST', path, { outcome: passed ? 'complete' : 'fail' })
  if (answered.error) return answered
  const error = errorOf(answered.value)
  return error ? { error } : answered
}

/** What became of an attempt that failed after the bank's question. */
function errorOf(intent: Intent): StripeError | null {
  if (intent.status !== 'requires_payment_method') return null
  const error = 'last_setup_error' in intent ? intent.last_setup_error : intent.last_payment_error
  return error ?? { type: 'api_error', message: 'The payment could not be confirmed.' }
}

/** Source: Stripe.js reference (parameters added to `return_url`). Never resolves: the page goes. */
function leave(returnUrl: string, intent: Intent): Promise<never> {
  const target = new URL(returnUrl)
  const name = intent.object
  target.searchParams.set(name, intent.id)
  target.searchParams.set(`${name}_client_secret`, intent.client_secret ?? '')
  target.searchParams.set('redirect_status', intent.status === 'processing' ? 'pending' : intent.status)
  location.assign(target)
  return new Promise(() => {})
}
