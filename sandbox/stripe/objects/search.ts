/**
 * Search: `metadata['team']:'t1' AND -status:'canceled' AND created>1700000000`.
 *
 * What it finds is a while old; see the search index.
 *
 * Source: Stripe docs, "Search" (query language: `:` exact, `~` part, `>` and its like for numbers, `-` not, AND or OR,
 * not both).
 */
import * as z from 'zod'
import type { Kept } from '../account/collection.ts'
import { invalid } from '../account/problem.ts'
import { type Call, route } from '../wire/route.ts'
import { expandable, integer, text } from '../wire/schema.ts'

const schema = z.strictObject({ ...expandable, limit: integer.optional(), page: text.optional(), query: text })

type Test = (item: Record<string, unknown>) => boolean

const clause = /^(-)?(\w+)(?:\[["']([^"']+)["']\])?\s*(:|~|>=|<=|>|<)\s*(?:"([^"]*)"|'([^']*)'|(\d+|null))$/

function testOf(text: string): Test {
  const read = clause.exec(text.trim())
  if (!read) throw invalid(`We were unable to parse your search query: ${text}`, { param: 'query' })
  const [, not, field = '', key, operator = ':', double, single, bare] = read
  const wanted = double ?? single ?? bare ?? ''
  return (item) => {
    const holder = item[field]
    const value = key === undefined ? holder : (holder as Record<string, unknown> | null)?.[key]
    return compare(value, operator, wanted) !== (not === '-')
  }
}

function compare(value: unknown, operator: string, wanted: string): boolean {
  const given = value === null || value === undefined ? null : String(value)
  if (operator === ':') return wanted === 'null' ? given === null : given?.toLowerCase() === wanted.toLowerCase()
  if (operator === '~') return given?.toLowerCase().includes(wanted.toLowerCase()) ?? false
  const [left, right] = [Number(given), Number(wanted)]
  if (operator === '>') return left > right
  if (operator === '<') return left < right
  return operator === '>=' ? left >= right : left <= right
}

/** Throws a 400 for a query it cannot read, AND and OR together included. */
export function readQuery(query: string): Test {
  const words = query.split(/\s+(AND|OR)\s+/i)
  const joins = new Set(words.filter((_, index) => index % 2 === 1).map((word) => word.toUpperCase()))
  if (joins.size > 1) throw invalid('A search query cannot combine AND and OR.', { param: 'query' })
  const tests = words.filter((_, index) => index % 2 === 0).map(testOf)
  return joins.has('OR') ? (item) => tests.some((test) => test(item)) : (item) => tests.every((test) => test(item))
}

const search =
  (object: string, url: string) =>
  ({ account, params: { query, limit = 10, page } }: Call<z.output<typeof schema>>) => {
    const test = readQuery(query)
    const found = account.search.known(object).filter((item: Kept) => test({ ...item }))
    const from = Number(page ?? 0)
    const hasMore = found.length > from + limit
    return {
      object: 'search_result' as const,
      data: found.slice(from, from + limit),
      has_more: hasMore,
      next_page: hasMore ? String(from + limit) : null,
      url,
    }
  }

const searchable = {
  customers: 'customer',
  invoices: 'invoice',
  payment_intents: 'payment_intent',
  prices: 'price',
  products: 'product',
  subscriptions: 'subscription',
}

export const searchRoutes = Object.entries(searchable).map(([plural, object]) =>
  route('GET', `/v1/${plural}/search`, schema, search(object, `/v1/${plural}/search`)),
)
