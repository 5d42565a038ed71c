/** English, whole: every text and every problem by its id. For the copy deck and for tests; screens import a half. */
import { enFirst, enFirstProblems } from './en.first.ts'
import { enLater, enLaterProblems } from './en.later.ts'

export const en = {
  texts: { ...enFirst, ...enLater },
  problems: { ...enFirstProblems, ...enLaterProblems },
}
