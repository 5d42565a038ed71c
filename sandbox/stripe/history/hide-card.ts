/**
 * A body without the card it carried. A test card becomes its name; any other number is one the sandbox refuses, so
 * another that it refuses stands for it. Of the code only the length matters.
 */
import { cardByNumber, testCards } from '../objects/cards.ts'

const number = /(%5Bnumber%5D|\[number\])=([^&]*)/gi
const code = /(%5Bcvc%5D|\[cvc\])=([^&]*)/gi
const REFUSED = 'refused'

/** `body`: form-encoded. */
export const hideCard = (body: string): string =>
  body
    .replace(
      number,
      (_, key: string, value: string) => `${key}=${nameOf(decodeURIComponent(value.replaceAll('+', ' ')))}`,
    )
    .replace(code, (_, key: string, value: string) => `${key}=${'0'.repeat(value.length)}`)

const nameOf = (typed: string): string => cardByNumber(typed.replace(/[\s-]/g, ''))?.names[0] ?? REFUSED

/** Puts numbers back in place of names. */
export const showCard = (body: string): string =>
  body.replace(number, (_, key: string, name: string) => `${key}=${numberOf(name)}`)

const numberOf = (name: string): string => testCards.find(({ names }) => names.includes(name))?.number ?? '0'
