/** The words routes describe their parameters with. Unknown parameters are refused, as Stripe refuses them. */
import * as z from 'zod'

export const text = z.string()

/** Empty unsets: it becomes null. */
export const clearable = z.string().transform((value) => (value === '' ? null : value))

export const integer = z
  .string()
  .regex(/^-?\d{1,15}$/, { error: 'integer' })
  .transform(Number)

export const natural = integer.refine((value) => value >= 0, { error: 'natural' })

export const flag = z.enum(['true', 'false'], { error: 'boolean' }).transform((value) => value === 'true')

/** A decimal string, kept as it was written. */
export const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, { error: 'decimal' })

/** `a[0]=x&a[1]=y`, in the order of the indexes; an empty string is an empty list. */
export const list = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === '' ? [] : typeof value === 'object' && value !== null ? inOrder(value) : value),
    z.array(item),
  )
const inOrder = (form: object) =>
  Object.entries(form)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, value]) => value as unknown)

/** New values by key; an empty value removes its key, an empty string in place of the map removes all. */
export const metadata = z.union([z.literal(''), z.record(z.string().max(40), z.string().max(500))])
export type MetadataChange = z.output<typeof metadata>

export const withMetadata = (now: Record<string, string> | null, change: MetadataChange | undefined) => {
  if (change === undefined) return now ?? {}
  if (change === '') return {}
  return Object.fromEntries(Object.entries({ ...now, ...change }).filter(([, value]) => value !== ''))
}

/** A moment in whole seconds since 1970, or a range of them. */
export const moments = z.union([
  integer.transform((value) => ({ gte: value, lte: value })),
  z.strictObject({ gt: integer.optional(), gte: integer.optional(), lt: integer.optional(), lte: integer.optional() }),
])
export type Moments = z.output<typeof moments>

export const isWithin = (value: number, range: { gt?: number; gte?: number; lt?: number; lte?: number } | undefined) =>
  range === undefined ||
  (value > (range.gt ?? -Infinity) &&
    value >= (range.gte ?? -Infinity) &&
    value < (range.lt ?? Infinity) &&
    value <= (range.lte ?? Infinity))

export const expandable = { expand: list(text).optional() }

export const paged = {
  ...expandable,
  limit: integer.refine((value) => value >= 1 && value <= 100, { error: 'limit' }).optional(),
  starting_after: text.optional(),
  ending_before: text.optional(),
}

export const address = z.strictObject({
  city: clearable.optional(),
  country: clearable.optional(),
  line1: clearable.optional(),
  line2: clearable.optional(),
  postal_code: clearable.optional(),
  state: clearable.optional(),
})

export const addressOf = (typed: z.output<typeof address>) => ({
  city: typed.city ?? null,
  country: typed.country ?? null,
  line1: typed.line1 ?? null,
  line2: typed.line2 ?? null,
  postal_code: typed.postal_code ?? null,
  state: typed.state ?? null,
})
