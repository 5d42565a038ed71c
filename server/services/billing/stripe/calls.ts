/** How Stripe is called: under the attempt's signal, under an identity, and with its answers looked at. */
import type { Stripe } from 'stripe'
import { expectObject, translated } from './errors.ts'

/** More things of one customer than a page holds are somebody else's mistake. */
export const PAGE = 100

export const within = (signal: AbortSignal) => ({ signal }) as Stripe.RequestOptions

/** Asked again under the same identity, Stripe answers with what it made the first time. */
export const once = (identity: string, signal: AbortSignal) => ({ ...within(signal), idempotencyKey: identity })

/** The object a call makes or reads. Throws an `EffectError` for anything else. */
export async function object<T extends { object: string }>(kind: T['object'], call: Promise<T>): Promise<T> {
  return expectObject(await translated(call), kind)
}

/** A page of a list. */
export async function listed<T>(call: Promise<Stripe.ApiList<T>>): Promise<T[]> {
  return expectObject(await translated(call), 'list').data
}

/** Null when Stripe says that there is no such thing. */
export async function orAbsent<T>(call: Promise<T>): Promise<T | null> {
  return call.catch((error: { code?: string; statusCode?: number }) => {
    if (error.code === 'resource_missing' || error.statusCode === 404) return null
    throw error
  })
}

/** What stands there, or null. */
export async function found<T extends { object: string }>(kind: T['object'], call: Promise<T>): Promise<T | null> {
  const answer = await translated(orAbsent(call))
  return answer && expectObject(answer, kind)
}

/** The id of a field that may have been expanded. */
export const idOf = (field: string | { id?: string } | null | undefined): string | null =>
  typeof field === 'string' ? field : (field?.id ?? null)
