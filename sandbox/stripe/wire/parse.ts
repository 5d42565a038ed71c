/** Turns what a schema refuses into what Stripe says about it. */
import type * as z from 'zod'
import { invalid, type StripeProblem } from '../account/problem.ts'
import type { Form } from './form.ts'

/** Throws a 400 that names the parameter as the caller wrote it: `items[0][price]`. */
export function parse<T extends z.ZodType>(schema: T, form: Form): z.output<T> {
  const read = schema.safeParse(form)
  if (read.success) return read.data
  throw told(read.error.issues[0]!, form)
}

function told(issue: z.core.$ZodIssue, form: Form): StripeProblem {
  const param = written(issue.path)
  const value = valueAt(form, issue.path)
  if (issue.code === 'unrecognized_keys') {
    const unknown = written([...issue.path, issue.keys[0]!])
    return invalid(`Received unknown parameter: ${unknown}`, { code: 'parameter_unknown', param: unknown })
  }
  if (value === undefined) return invalid(`Missing required param: ${param}.`, { code: 'parameter_missing', param })
  if (value === '')
    return invalid(
      `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; however '${param}' cannot be unset.`,
      {
        code: 'parameter_invalid_empty',
        param,
      },
    )
  if (issue.message === 'integer' || issue.message === 'natural')
    return invalid(`Invalid integer: ${shown(value)}`, { code: 'parameter_invalid_integer', param })
  return invalid(`Invalid ${param}: ${shown(value)}`, { param })
}

const written = (path: readonly PropertyKey[]): string =>
  path.map((key, index) => (index === 0 ? String(key) : `[${String(key)}]`)).join('')

const shown = (value: string | Form) => (typeof value === 'string' ? value : 'this is not a single value')

const valueAt = (form: Form, path: readonly PropertyKey[]): string | Form | undefined =>
  path.reduce<string | Form | undefined>(
    (held, key) => (typeof held === 'object' ? held[String(key)] : undefined),
    form,
  )
