/** Codes people type from a mail. */
import * as z from 'zod/mini'

/** Six digits; spaces and dashes a person types or pastes are dropped. */
export const codeSchema = z.pipe(
  z.pipe(
    z.string().check(z.maxLength(20, 'code.malformed')),
    z.transform((typed: string) => typed.replace(/[\s-]/g, '')),
  ),
  z.string().check(z.regex(/^\d{6}$/, 'code.malformed')),
)
