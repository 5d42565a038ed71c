/** The texts of the first paint of a leaving. */
import { makeCopy } from './copy.ts'
import { enFirst, enFirstProblems } from './en.first.ts'
import { enLeavingFirst } from './en.leaving.ts'

const texts = { ...enFirst, ...enLeavingFirst }

export const copy = makeCopy<typeof texts>('en', texts, enFirstProblems)
