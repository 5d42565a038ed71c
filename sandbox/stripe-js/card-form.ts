/**
 * The three fields of a card, in a shadow tree: the page's styles do not reach in, and no event that knows what was
 * typed gets out. So nothing of the card can end in the page's own state by accident. (Stripe uses frames of its own
 * origin, which even hostile scripts of the page cannot open; for test cards this is enough.)
 */
import { brandOf } from '../stripe/objects/card-details.ts'
import {
  caretAfter,
  type FieldName,
  fieldNames,
  firstWrong,
  formatCode,
  formatExpiry,
  formatNumber,
  numberDigits,
  type Typed,
  type Wrong,
  wrongIn,
} from './card-input.ts'
import { adopt, formLook } from './look.ts'
import type { Words } from './words.ts'

export interface CardFormEvents {
  changed(): void
  focused(isFocused: boolean): void
  /** Enter, in a field. */
  submitted(): void
  escaped(): void
}

interface Field {
  readonly input: HTMLInputElement
  readonly error: HTMLElement
}

const autocomplete: Readonly<Record<FieldName, AutoFill>> = { number: 'cc-number', expiry: 'cc-exp', cvc: 'cc-csc' }

const brandNames: Readonly<Record<string, string>> = {
  amex: 'Amex',
  diners: 'Diners',
  discover: 'Discover',
  jcb: 'JCB',
  mastercard: 'Mastercard',
  unionpay: 'UnionPay',
  visa: 'Visa',
}

export class CardForm {
  readonly host = document.createElement('div')
  readonly #words: Words
  readonly #events: CardFormEvents
  readonly #removed = new AbortController()
  #isPressed = false
  readonly #fields: Readonly<Record<FieldName, Field>>
  readonly #brand = Object.assign(document.createElement('span'), { className: 'brand' })

  constructor(words: Words, events: CardFormEvents) {
    this.#words = words
    this.#events = events
    const shadow = this.host.attachShadow({ mode: 'open', delegatesFocus: true })
    adopt(shadow, formLook)
    const form = Object.assign(document.createElement('div'), { className: 'form root' })
    const make = (name: FieldName, placeholder: string) => this.#field(form, name, placeholder)
    this.#fields = {
      number: make('number', '1234 1234 1234 1234'),
      expiry: make('expiry', words.expiryHint),
      cvc: make('cvc', '123'),
    }
    this.#fields.number.input.after(this.#brand)
    form.append(Object.assign(document.createElement('p'), { className: 'note', textContent: words.sandbox }))
    shadow.append(form)
    this.#keepInside(shadow)
    this.#watchPointer()
  }

  #field(form: HTMLElement, name: FieldName, placeholder: string): Field {
    const input = Object.assign(document.createElement('input'), {
      id: name,
      placeholder,
      inputMode: 'numeric',
      autocomplete: autocomplete[name],
    })
    input.setAttribute('aria-describedby', `${name}-error`)
    const error = Object.assign(document.createElement('p'), { id: `${name}-error`, className: 'error' })
    error.setAttribute('aria-live', 'polite')
    const box = Object.assign(document.createElement('div'), { className: 'box' })
    box.append(input)
    const field = Object.assign(document.createElement('div'), {
      className: name === 'number' ? 'field wide' : 'field',
    })
    field.append(
      Object.assign(document.createElement('label'), { htmlFor: name, textContent: this.#words[name] }),
      box,
      error,
    )
    form.append(field)
    input.addEventListener('input', () => this.#typed(name))
    input.addEventListener('blur', () => this.#left(name))
    return { input, error }
  }

  /** What is typed, pasted or filled in stays in this tree; keys that mean something to the page are told in words. */
  #keepInside(shadow: ShadowRoot): void {
    for (const type of ['input', 'beforeinput', 'change', 'keydown', 'keyup', 'keypress', 'paste', 'copy', 'cut'])
      shadow.addEventListener(type, (event) => event.stopPropagation())
    shadow.addEventListener('keydown', (event) => {
      if (!(event instanceof KeyboardEvent)) return
      if (event.key === 'Enter') this.#events.submitted()
      if (event.key === 'Escape') this.#events.escaped()
    })
    this.host.addEventListener('focusin', () => this.#events.focused(true))
    this.host.addEventListener('focusout', (event) => {
      // from one field to the next is no leaving; outside the tree the target is told as it is
      if (!this.host.contains(event.relatedTarget as Node | null)) this.#events.focused(false)
    })
  }

  #typed(name: FieldName): void {
    const { input } = this.#fields[name]
    const digitsBefore = input.value.slice(0, input.selectionStart ?? 0).replace(/\D/g, '').length
    const wasAtEnd = input.selectionStart === input.value.length
    const formatted = this.#format(name, input.value)
    if (formatted !== input.value) {
      input.value = formatted
      const caret = wasAtEnd ? formatted.length : caretAfter(formatted, digitsBefore)
      input.setSelectionRange(caret, caret)
    }
    if (name === 'number') this.#showBrand()
    if (input.ariaInvalid === 'true') this.#show(name, wrongIn(name, this.typed, Date.now()))
    this.#events.changed()
  }

  #format(name: FieldName, text: string): string {
    if (name === 'number') return formatNumber(text)
    return name === 'expiry' ? formatExpiry(text) : formatCode(text, this.typed.number)
  }

  #showBrand(): void {
    const { brand, cvcLength } = brandOf(numberDigits(this.typed.number))
    this.#brand.textContent = brandNames[brand] ?? ''
    this.#fields.cvc.input.placeholder = '1234'.slice(0, cvcLength)
  }

  /**
   * Somebody who passes through without typing is not told off. While a pointer is down the telling waits: a new line
   * would move the button that is being pressed away from under it.
   */
  #left(name: FieldName): void {
    if (this.typed[name] === '') return
    const show = () => this.#show(name, wrongIn(name, this.typed, Date.now()))
    if (this.#isPressed) document.addEventListener('pointerup', () => setTimeout(show), { once: true })
    else show()
  }

  #watchPointer(): void {
    const note = (isPressed: boolean) => () => void (this.#isPressed = isPressed)
    const options = { capture: true, signal: this.#removed.signal }
    document.addEventListener('pointerdown', note(true), options)
    for (const type of ['pointerup', 'pointercancel']) document.addEventListener(type, note(false), options)
  }

  remove(): void {
    this.#removed.abort()
    this.host.remove()
  }

  #show(name: FieldName, wrong: Wrong | null): void {
    const { input, error } = this.#fields[name]
    input.ariaInvalid = wrong ? 'true' : 'false'
    error.textContent = wrong ? this.#words[wrong] : ''
  }

  get typed(): Typed {
    const { number, expiry, cvc } = this.#fields
    return { number: number.input.value, expiry: expiry.input.value, cvc: cvc.input.value }
  }

  get isEmpty(): boolean {
    return fieldNames.every((name) => this.typed[name] === '')
  }

  get brand(): string {
    return brandOf(numberDigits(this.typed.number)).brand
  }

  /** The first thing that is wrong, without showing it. */
  get problem(): { code: Wrong; message: string } | null {
    const found = firstWrong(this.typed, Date.now())
    return found && { code: found.wrong, message: this.#words[found.wrong] }
  }

  /** Shows everything that is wrong and goes to the first of it. */
  check(): { code: Wrong; message: string } | null {
    for (const name of fieldNames) this.#show(name, wrongIn(name, this.typed, Date.now()))
    const found = firstWrong(this.typed, Date.now())
    if (found) this.#fields[found.field].input.focus()
    return this.problem
  }

  focus(): void {
    this.#fields.number.input.focus()
  }

  blur(): void {
    for (const name of fieldNames) this.#fields[name].input.blur()
  }

  clear(): void {
    for (const name of fieldNames) {
      this.#fields[name].input.value = ''
      this.#show(name, null)
    }
    this.#showBrand()
    this.#events.changed()
  }

  disable(isDisabled: boolean): void {
    for (const name of fieldNames) this.#fields[name].input.disabled = isDisabled
  }
}
