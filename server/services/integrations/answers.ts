/** Reads what a company answered. An answer that is not what its documentation says counts as none. */
import * as z from 'zod'
import { EffectError } from '../effect.ts'

const LONGEST_NAME = 200

/** A name from outside, short enough to be shown; as text, so whatever is in it is harmless. */
export const name = z
  .string()
  .min(1)
  .transform((text) => text.slice(0, LONGEST_NAME))

/** Throws `provider.unreachable`. */
export function readAs<Schema extends z.ZodType>(company: string, schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw new EffectError('provider.unreachable', `${company} answered something else.`)
  return parsed.data
}
