/**
 * The pseudo-locale: English that looks foreign and is half as long again, so that a text nobody looks up, or one without
 * room, is seen without knowing another language. Pure: the same text always reads the same.
 */
import type { ProblemText } from '../../ui/ProblemPanel.tsx'
import type { Text } from '../../widget/copy/copy.ts'

/** Letters of Latin-1 alone: the fonts we serve have them. */
const accents: Readonly<Record<string, string>> = {
  ...{ a: 'á', c: 'ç', e: 'é', i: 'í', n: 'ñ', o: 'ö', u: 'ü', y: 'ý' },
  ...{ A: 'Á', C: 'Ç', E: 'É', I: 'Í', N: 'Ñ', O: 'Ö', U: 'Ü', Y: 'Ý' },
}

/** Every word accented, and every vowel said twice; values in {braces} stay as they are. */
export const pseudo = (text: string): string =>
  text
    .split(/(\{\w+\})/)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(/[a-z]/gi, strange)))
    .join('')

function strange(letter: string): string {
  const accented = accents[letter] ?? letter
  return /[aeiouy]/i.test(letter) ? accented + accented.toLowerCase() : accented
}

/** The same for each plural form. */
export const pseudoText = (text: Text): Text =>
  typeof text === 'string'
    ? pseudo(text)
    : (Object.fromEntries(Object.entries(text).map(([form, words]) => [form, pseudo(words)])) as Text)

export const pseudoProblem = ({ what, why, todo }: ProblemText): ProblemText => ({
  what: pseudo(what),
  why: pseudo(why),
  todo: pseudo(todo),
})
