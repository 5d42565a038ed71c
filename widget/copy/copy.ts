/**
 * How texts are looked up. A text has a stable id, so wording and language change without touching a screen.
 *
 * English is the reference: its ids are the type every other locale satisfies (`Texts<typeof enFirst>`, and
 * `Problems<typeof enLaterProblems>`), so a locale with a missing or an invented id does not compile.
 *
 * A catalogue comes in two halves, because the first paint must not pay for texts nobody sees yet:
 * `first.ts` for the shell and the address step, `later.ts` for everything that loads after them.
 */
import type { ProblemCode } from '../../machines/vocabulary/problems.ts'
import type { ProblemText } from '../../ui/ProblemPanel.tsx'

export type { ProblemCode }

/** One sentence, or one per plural category of the locale (`other` always; Arabic has six). Values stand in {braces}. */
export type Text = string | (Partial<Record<Intl.LDMLPluralRule, string>> & { other: string })

/** What a locale provides for the ids of a reference half. */
export type Texts<Reference> = Record<keyof Reference, Text>

/** What a locale provides for the problems of a reference half. */
export type Problems<Reference> = Record<keyof Reference, ProblemText>

/** Values for a text. `count` also chooses the plural form. */
export type Values = Readonly<Record<string, string | number>>

/** Looks texts up in one half of one locale. */
export interface Copy<Id> {
  locale: string
  text(id: Id, values?: Values): string
  /** The words for a problem. A code this half has no words for, say from a newer server, reads as `unknown`. */
  problem(code: ProblemCode): ProblemText
}

type WithUnknown = Readonly<Record<string, ProblemText>> & { unknown: ProblemText }

/** Makes the lookup for a set of texts and problems. */
export function makeCopy<Reference extends object>(
  locale: string,
  texts: Texts<Reference>,
  problems: WithUnknown,
): Copy<keyof Reference> {
  return {
    locale,
    text: (id, values = {}) => fill(formOf(texts[id], locale, values), values),
    problem: (code) => problems[code] ?? problems.unknown,
  }
}

function formOf(text: Text, locale: string, { count }: Values): string {
  if (typeof text === 'string') return text
  return text[new Intl.PluralRules(locale).select(Number(count))] ?? text.other
}

/** A value nobody gave stays as its {name}, for `Rich` to fill with an element. */
function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
