/**
 * Lists, page by page.
 *
 * Source: Stripe API reference, "Pagination".
 */
import type Stripe from 'stripe'
import type { Kept } from '../account/collection.ts'
import { invalid } from '../account/problem.ts'

export interface Page {
  readonly limit?: number | undefined
  readonly starting_after?: string | undefined
  readonly ending_before?: string | undefined
}

const USUAL_LIMIT = 10

/** `items`: newest first. */
export function pageOf<T extends Kept>(items: readonly T[], url: string, page: Page): Stripe.ApiList<T> {
  if (page.starting_after && page.ending_before)
    throw invalid('Received both ending_before and starting_after parameters. Please pass only one.', {
      code: 'parameters_exclusive',
      param: 'ending_before',
    })
  const limit = page.limit ?? USUAL_LIMIT
  if (page.ending_before !== undefined) {
    const before = items.slice(0, positionOf(items, page.ending_before, 'ending_before'))
    return { object: 'list', data: before.slice(-limit), has_more: before.length > limit, url }
  }
  const from = page.starting_after === undefined ? 0 : positionOf(items, page.starting_after, 'starting_after') + 1
  const data = items.slice(from, from + limit)
  return { object: 'list', data, has_more: items.length > from + limit, url }
}

function positionOf(items: readonly Kept[], id: string, param: string): number {
  const position = items.findIndex((item) => item.id === id)
  if (position === -1) throw invalid(`No such object: '${id}'`, { code: 'resource_missing', param })
  return position
}

/** A whole list inside another object. */
export const listOf = <T>(data: T[], url: string): Stripe.ApiList<T> => ({ object: 'list', data, has_more: false, url })
