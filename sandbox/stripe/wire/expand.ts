/**
 * `expand[]`: ids become the objects they name, and fields that are left out unless asked for are put in.
 *
 * Source: Stripe API reference, "Expanding Responses" (four levels; `data.` inside lists).
 */
import type { Account } from '../account/account.ts'
import type { Kept } from '../account/collection.ts'
import { copyOf } from '../account/copy.ts'
import { invalid } from '../account/problem.ts'

type Json = { [key: string]: unknown }

/** Fields an object of this kind has only when they are expanded. */
export type Includable = Readonly<Record<string, Readonly<Record<string, (account: Account, id: string) => unknown>>>>

const DEEPEST = 4

export interface Expander {
  /** A copy of `answer` with every path expanded. Throws 400 for a property that cannot be. */
  expand(answer: object, paths: readonly string[]): object
}

export function expander(account: Account, includable: Includable): Expander {
  const find = (id: string): Kept | undefined =>
    account
      .collections()
      .map((collection) => collection.find(id))
      .find((found) => found !== undefined)

  function step(holder: Json, [key = '', ...rest]: readonly string[], path: string): void {
    if (Array.isArray(holder)) {
      for (const item of holder as Json[]) step(item, [key, ...rest], path)
      return
    }
    const value = valueOf(holder, key, path)
    holder[key] = value
    if (rest.length > 0 && typeof value === 'object' && value !== null) step(value as Json, rest, path)
  }

  function valueOf(holder: Json, key: string, path: string): unknown {
    const include = includable[String(holder.object)]?.[key]
    if (include) return copyOf(include(account, String(holder.id)) ?? null)
    const value = holder[key]
    if (value === null || (typeof value === 'object' && key in holder)) return value
    const found = typeof value === 'string' ? find(value) : undefined
    if (!found) throw invalid(`This property cannot be expanded (${path}).`, { param: 'expand' })
    return copyOf(found)
  }

  return {
    expand(answer, paths) {
      const copy = copyOf(answer) as Json
      for (const path of paths) {
        const keys = path.split('.')
        if (keys.filter((key) => key !== 'data').length > DEEPEST)
          throw invalid(`You cannot expand more than ${DEEPEST} levels of a property. Property: ${path}`, {
            param: 'expand',
          })
        step(copy, keys, path)
      }
      return copy
    },
  }
}
