/**
 * Reads form-encoded bodies and queries: `items[0][price]=p&expand[]=customer&metadata[team]=t1`.
 *
 * Everything is a string here; the route's schema says what it means. Objects have no prototype, so a key called
 * `__proto__` is a key.
 */
export type Form = { [key: string]: string | Form }

const emptyForm = (): Form => Object.create(null) as Form

/** Throws a `RangeError` for nesting no caller of Stripe uses. */
export function readForm(text: string): Form {
  const form = emptyForm()
  for (const [name, value] of new URLSearchParams(text)) put(form, keysOf(name), value)
  return form
}

const MOST_KEYS = 8

function keysOf(name: string): string[] {
  const [first = '', ...rest] = name.split('[')
  const keys = [first, ...rest.map((key) => key.replace(/\]$/, ''))]
  if (keys.length > MOST_KEYS) throw new RangeError(`Nested too deeply: ${name}`)
  return keys
}

function put(form: Form, keys: readonly string[], value: string): void {
  const [key = '', ...rest] = keys
  // `expand[]=a&expand[]=b`: the next free index
  const name = key === '' ? String(Object.keys(form).length) : key
  if (rest.length === 0) {
    form[name] = value
    return
  }
  const held = form[name]
  const inner = typeof held === 'object' ? held : emptyForm()
  form[name] = inner
  put(inner, rest, value)
}
