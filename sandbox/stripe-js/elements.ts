/** `stripe.elements(…)`: the elements of one payment, with its appearance and language. */
import type { Appearance, StripeError } from '@stripe/stripe-js'
import { type BrowserApi, integrationError } from './api.ts'
import { CardElement, type ElementType } from './card-element.ts'

/** What of Stripe's options has a meaning here. */
export interface GroupOptions {
  readonly clientSecret?: string
  readonly mode?: 'setup' | 'payment' | 'subscription'
  readonly appearance?: Appearance
  readonly locale?: string
}

const known: readonly ElementType[] = ['payment', 'card']
const isKnown = (type: string): type is ElementType => known.some((one) => one === type)

export class ElementsGroup {
  readonly #api: BrowserApi
  readonly #made = new Map<ElementType, CardElement>()
  #options: GroupOptions
  #isSubmitted = false

  constructor(api: BrowserApi, options: GroupOptions) {
    this.#api = api
    this.#options = options
  }

  get clientSecret(): string | undefined {
    return this.#options.clientSecret
  }

  /** Without an intent, the elements have to be submitted before they are confirmed. */
  get isDeferred(): boolean {
    return this.#options.clientSecret === undefined && this.#options.mode !== undefined
  }

  get isSubmitted(): boolean {
    return this.#isSubmitted
  }

  /** Throws an `IntegrationError` for a second one of a kind, and for kinds the sandbox lacks. */
  create(type: string, options: { readOnly?: boolean } = {}): CardElement {
    if (!isKnown(type)) throw integrationError(`The sandbox has no ${type} Element, only: ${known.join(', ')}.`)
    if (this.#made.has(type)) throw integrationError(`Can only create one Element of type ${type} through elements().`)
    const element: CardElement = new CardElement(
      type,
      {
        api: this.#api,
        appearance: () => this.#options.appearance,
        locale: () => this.#options.locale,
        forget: () => void (this.#made.get(type) === element && this.#made.delete(type)),
      },
      options,
    )
    element.on('change', () => void (this.#isSubmitted = false))
    this.#made.set(type, element)
    return element
  }

  /** By name, or by the component of react-stripe-js that stands for it. */
  getElement(type: string | { readonly __elementType?: string }): CardElement | null {
    const name = typeof type === 'string' ? type : (type.__elementType ?? '')
    return isKnown(name) ? (this.#made.get(name) ?? null) : null
  }

  /** The element a payment is taken from. */
  get card(): CardElement | null {
    return this.#made.get('payment') ?? this.#made.get('card') ?? null
  }

  update(options: GroupOptions): void {
    this.#options = { ...this.#options, ...options }
    for (const element of this.#made.values()) element.restyle()
  }

  /** Shows what is wrong and answers with it; with no error the payment may be confirmed. */
  submit(): Promise<{ error?: StripeError; selectedPaymentMethod?: string }> {
    const error = this.card?.check() ?? null
    this.#isSubmitted = error === null
    return Promise.resolve(error ? { error } : { selectedPaymentMethod: 'card' })
  }

  fetchUpdates(): Promise<{ error?: StripeError }> {
    return Promise.resolve({})
  }
}
