/** The texts of a leaving, and all the others: it shares the code and the shell with the sign-up. */
import { makeCopy, type ProblemCode } from './copy.ts'
import { en } from './en.ts'
import { enLeaving, enLeavingFirst, enLeavingProblems } from './en.leaving.ts'

const texts = { ...en.texts, ...enLeavingFirst, ...enLeaving }

export const copy = makeCopy<typeof texts>('en', texts, { ...en.problems, ...enLeavingProblems })

/** Words for a problem of the chart's, or of the connection. */
export const wordsOf = (code: ProblemCode | keyof typeof enLeavingProblems) => copy.problem(code as ProblemCode)
