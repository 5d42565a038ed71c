/** The texts of the first paint: the shell and the address step. */
import { makeCopy } from './copy.ts'
import { enFirst, enFirstProblems } from './en.first.ts'

export const copy = makeCopy<typeof enFirst>('en', enFirst, enFirstProblems)
