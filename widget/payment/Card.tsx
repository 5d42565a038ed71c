/** The provider's card form, in our look. What is typed goes from it to the provider; this page never has it. */
import { Elements, PaymentElement, useElements, useStripe } from '@stripe/react-stripe-js'
import type { Stripe, StripeElementLocale, StripeElements, StripeError } from '@stripe/stripe-js'
import { type Ref, useImperativeHandle, useRef } from 'react'
import { copy } from '../copy/payment.ts'
import { useAppearance } from './appearance.ts'

/**
 * What became of it in this page; whether a card holds says only our server. `told`: the provider has an answer.
 * `refused`: it has one, and it was no. `invalid`: nothing was sent, the form shows what is wrong. `unsent`: nobody knows.
 */
export type Sent = 'told' | 'refused' | 'invalid' | 'unsent'

export interface CardHandle {
  /** Sends the card to the provider, and lets the bank ask if it wants to. */
  confirm(): Promise<Sent>
}

export interface CardProps {
  readonly stripe: Stripe
  readonly clientSecret: string
  readonly handle: Ref<CardHandle>
  onReady(): void
  onMissing(): void
}

export function Card({ stripe, clientSecret, ...form }: CardProps) {
  const place = useRef<HTMLDivElement>(null)
  const appearance = useAppearance(place)
  const locale = copy.locale as StripeElementLocale
  return (
    <div ref={place}>
      {appearance && (
        <Elements stripe={stripe} options={{ clientSecret, appearance, locale, loader: 'never' }}>
          <Form {...form} clientSecret={clientSecret} />
        </Elements>
      )}
    </div>
  )
}

function Form({ clientSecret, handle, onReady, onMissing }: Omit<CardProps, 'stripe'>) {
  const stripe = useStripe()
  const elements = useElements()
  useImperativeHandle(
    handle,
    () => ({
      confirm: async () => (stripe && elements ? confirm(stripe, elements, clientSecret) : 'invalid'),
    }),
    [stripe, elements, clientSecret],
  )
  return (
    <PaymentElement
      options={{ wallets: { applePay: 'never', googlePay: 'never' } }}
      onReady={onReady}
      onLoadError={onMissing}
    />
  )
}

/** Source: Stripe docs, "Set up future payments" (submit the elements, then confirm; redirect only if a method needs it). */
async function confirm(stripe: Stripe, elements: StripeElements, clientSecret: string): Promise<Sent> {
  const checked = await elements.submit()
  if (checked.error) return 'invalid'
  const { error } = await stripe.confirmSetup({
    elements,
    clientSecret,
    confirmParams: { return_url: location.href },
    redirect: 'if_required',
  })
  if (!error) return 'told'
  if (error.type === 'validation_error') return 'invalid'
  return refusalOf(error)
}

/** The first charge of a card that holds: there is no form, only the bank's question. */
export async function answerBank(stripe: Stripe, clientSecret: string): Promise<Sent> {
  const { error } = await stripe.handleNextAction({ clientSecret })
  return error ? refusalOf(error) : 'told'
}

const refusalOf = ({ type }: StripeError): Sent => (type === 'api_connection_error' ? 'unsent' : 'refused')
