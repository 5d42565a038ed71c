/** All texts, for the steps that load after the first. */
import { makeCopy } from './copy.ts'
import { en } from './en.ts'

export const copy = makeCopy<typeof en.texts>('en', en.texts, en.problems)
