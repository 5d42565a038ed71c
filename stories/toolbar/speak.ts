/**
 * Makes the widget's catalogues speak another locale. The widget has words in English alone so far, so German and Arabic
 * bring their numbers, dates and plural rules, and Arabic its direction; the pseudo-locale is made of the English words.
 */
import { type Copy, makeCopy } from '../../widget/copy/copy.ts'
import { en } from '../../widget/copy/en.ts'
import { enLeaving, enLeavingFirst, enLeavingProblems } from '../../widget/copy/en.leaving.ts'
import { enPayment } from '../../widget/copy/en.payment.ts'
import { copy as first } from '../../widget/copy/first.ts'
import { copy as later } from '../../widget/copy/later.ts'
import { copy as leaving } from '../../widget/copy/leaving.ts'
import { copy as leavingFirst } from '../../widget/copy/leaving-first.ts'
import { copy as payment } from '../../widget/copy/payment.ts'
import { pseudoProblem, pseudoText } from './pseudo.ts'

const texts = { ...en.texts, ...enLeavingFirst, ...enLeaving, ...enPayment }
const problems = { ...en.problems, ...enLeavingProblems }
type Id = keyof typeof texts

const mapped = <Key extends string, From, To>(from: Readonly<Record<Key, From>>, to: (value: From) => To) =>
  Object.fromEntries(Object.entries<From>(from).map(([key, value]) => [key, to(value)])) as Record<Key, To>

const english = (locale: string) => makeCopy<typeof texts>(locale, texts, problems)

/** By the value of the toolbar. */
export const locales = {
  en: { copy: english('en'), direction: 'ltr' },
  pseudo: {
    copy: makeCopy<typeof texts>('en', mapped(texts, pseudoText), mapped(problems, pseudoProblem)),
    direction: 'ltr',
  },
  de: { copy: english('de'), direction: 'ltr' },
  ar: { copy: english('ar'), direction: 'rtl' },
} as const satisfies Readonly<Record<string, { copy: Copy<Id>; direction: 'ltr' | 'rtl' }>>
export type Locale = keyof typeof locales

/** From the next time a screen is drawn. Screens look each text up in these five, and keep none. */
export function speak(locale: Locale): void {
  for (const copy of [first, later, leavingFirst, leaving, payment]) Object.assign(copy, locales[locale].copy)
}
