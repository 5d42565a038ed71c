/** The texts of the payment step, and all the others: it stands after the first steps. */
import { makeCopy } from './copy.ts'
import { en } from './en.ts'
import { enPayment } from './en.payment.ts'

const texts = { ...en.texts, ...enPayment }

export const copy = makeCopy<typeof texts>('en', texts, en.problems)
