/**
 * An element on the page: `payment` or `card`. It may be mounted, destroyed and made anew at any time, as React does in
 * StrictMode; what it still waits for then is forgotten.
 */
import type { Appearance, StripeError } from '@stripe/stripe-js'
import { type BrowserApi, call, integrationError } from './api.ts'
import { CardForm } from './card-form.ts'
import { expiryOf, numberDigits } from './card-input.ts'
import { Emitter } from './emitter.ts'
import { applyAppearance } from './look.ts'
import { wordsFor } from './words.ts'

export type ElementType = 'payment' | 'card'

export interface Surroundings {
  readonly api: BrowserApi
  readonly appearance: () => Appearance | undefined
  readonly locale: () => string | undefined
  /** Told when the element was destroyed. */
  readonly forget: () => void
}

/** Under preact a listener is attached later than a microtask or a timer of 0 ms fires. */
const READY_AFTER_MS = 30

export class CardElement extends Emitter {
  readonly type: ElementType
  readonly #around: Surroundings
  #form: CardForm | null = null
  #readOnly = false
  #mounts = 0
  #isDestroyed = false
  #last = ''

  constructor(type: ElementType, around: Surroundings, options: { readOnly?: boolean } = {}) {
    super()
    this.type = type
    this.#around = around
    this.#readOnly = options.readOnly ?? false
  }

  /** Throws an `IntegrationError` when it was destroyed, or there is no such place. */
  mount(target: string | HTMLElement): void {
    if (this.#isDestroyed) throw integrationError('This Element has already been destroyed. Please create a new one.')
    const place = typeof target === 'string' ? document.querySelector(target) : target
    if (!place)
      throw integrationError(
        `The selector you specified (${String(target)}) applies to no DOM elements that are currently on the page.`,
      )
    this.unmount()
    const form = new CardForm(wordsFor(this.#around.locale()), {
      changed: () => this.#changed(),
      focused: (isFocused) => this.emit(isFocused ? 'focus' : 'blur', { elementType: this.type }),
      submitted: () => place.closest('form')?.requestSubmit(),
      escaped: () => this.emit('escape', { elementType: this.type }),
    })
    this.#form = form
    this.#last = ''
    form.disable(this.#readOnly)
    applyAppearance(form.host, this.#around.appearance())
    place.append(form.host)
    this.#mounts += 1
    void this.#load(this.#mounts)
  }

  async #load(mount: number): Promise<void> {
    const answer = await call(this.#around.api, 'GET', '/v1/elements/sessions')
    await new Promise((done) => setTimeout(done, READY_AFTER_MS))
    if (mount !== this.#mounts || this.#form === null) return
    if (answer.error) this.emit('loaderror', { elementType: this.type, error: answer.error })
    else this.emit('ready', { elementType: this.type })
  }

  #changed(): void {
    const event = this.#changeEvent()
    const text = JSON.stringify(event)
    // typing within a number that stays incomplete is no news
    if (text === this.#last) return
    this.#last = text
    this.emit('change', event)
  }

  #changeEvent(): object {
    const problem = this.#form?.problem ?? null
    const shared = { elementType: this.type, complete: problem === null, empty: this.#form?.isEmpty ?? true }
    if (this.type === 'payment') return { ...shared, collapsed: false, value: { type: 'card' } }
    const isWrong = problem !== null && problem.code.startsWith('invalid')
    return {
      ...shared,
      brand: this.#form?.brand ?? 'unknown',
      error: isWrong ? this.#error(problem) : undefined,
      value: { postalCode: '' },
    }
  }

  #error({ code, message }: { code: string; message: string }): StripeError {
    return { type: 'validation_error', code, message }
  }

  /** Shows what is wrong; null when nothing is. */
  check(): StripeError | null {
    const problem = this.#form?.check() ?? null
    return problem && this.#error(problem)
  }

  /** The card as form fields below `prefix`, for one call. Null when the element is not on the page. */
  fields(prefix: string): Record<string, string> | null {
    if (!this.#form) return null
    const { number, expiry, cvc } = this.#form.typed
    const { month, year } = expiryOf(expiry)
    return {
      [`${prefix}[type]`]: 'card',
      [`${prefix}[card][number]`]: numberDigits(number),
      [`${prefix}[card][exp_month]`]: String(month),
      [`${prefix}[card][exp_year]`]: String(year),
      [`${prefix}[card][cvc]`]: cvc,
    }
  }

  update(options: { readOnly?: boolean } = {}): void {
    this.#readOnly = options.readOnly ?? this.#readOnly
    this.#form?.disable(this.#readOnly)
  }

  restyle(): void {
    if (this.#form) applyAppearance(this.#form.host, this.#around.appearance())
  }

  /** What was typed goes with it: a card does not linger. */
  unmount(): void {
    this.#form?.remove()
    this.#form = null
  }

  destroy(): void {
    if (this.#isDestroyed) return
    this.unmount()
    this.#isDestroyed = true
    this.#around.forget()
  }

  focus(): void {
    this.#form?.focus()
  }

  blur(): void {
    this.#form?.blur()
  }

  clear(): void {
    this.#form?.clear()
  }

  collapse(): void {
    // one payment method only: there is nothing to fold away
  }
}
