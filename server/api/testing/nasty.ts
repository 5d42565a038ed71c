/** Input as nobody of ours would write it, and as somebody would who knows what we expect. */
import * as fc from 'fast-check'

const famous = [
  '',
  ' ',
  '__proto__',
  'constructor',
  'toString',
  'xstate.init',
  'xstate.done.actor.sendCode',
  "'; drop table actor; --",
  '../../etc/passwd',
  '\u0000',
  '\ud800',
  '\u202e',
  '𝕏'.repeat(100),
  'x'.repeat(5000),
  '-1',
  'NaN',
  '=1+1',
  '<img src=x onerror=alert(1)>',
]
const numbers = [0, -0, -1, 1.5, 2 ** 31, 2 ** 53, 1e308, -1e308]

export const text = fc.oneof(fc.constantFrom(...famous), fc.string({ unit: 'binary', maxLength: 100 }))

/** Anything JSON can say. */
export const value = fc.oneof(
  text,
  fc.constantFrom(...numbers),
  fc.constantFrom(null, true, false, [], {}),
  fc.jsonValue({ maxDepth: 3 }),
  // a hundred brackets deep
  fc.constant(JSON.parse('['.repeat(100) + ']'.repeat(100)) as unknown),
)

const keys = fc.oneof(fc.constantFrom('id', 'type', 'tenant', 'role', '__proto__', 'constructor', 'toJSON'), text)

/** A good input with something of it changed, gone or added; sometimes nothing, sometimes all. */
export function spoilt(good: Readonly<Record<string, unknown>>): fc.Arbitrary<unknown> {
  const names = Object.keys(good)
  const one = names.length > 0 ? fc.constantFrom(...names) : fc.constant('id')
  return fc.oneof(
    fc.constant(good),
    fc.tuple(one, value).map(([name, other]) => ({ ...good, [name]: other })),
    one.map((name) => Object.fromEntries(Object.entries(good).filter(([key]) => key !== name))),
    fc.tuple(keys, value).map(([key, other]) => own(good, key, other)),
    fc.dictionary(keys, value),
    value,
  )
}

/** With a key of its own, also where the key is `__proto__`. */
const own = (object: object, key: string, other: unknown) =>
  Object.defineProperty({ ...object }, key, { value: other, enumerable: true })
