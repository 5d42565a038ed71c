/**
 * Webhooks: signed deliveries, 30 % of them repeats, shuffled, until every one is applied. The database is on disk; Stripe's
 * stand-in answers every read from this very process, so the figure is a floor.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Stripe from 'stripe'
import { act, newCustomers } from '../server/compose/testing/activity.ts'
import { type Inbox, openInbox } from '../server/compose/testing/inbox.ts'
import { random } from '../server/engine/proof/random.ts'

export interface Webhooks {
  readonly deliveries: number
  readonly seconds: number
  readonly perSecond: number
  /** Entries by where they ended. */
  readonly states: Readonly<Record<string, number>>
}

const REPEATS = 0.3
const AT_ONCE = 64
const CUSTOMERS = 25
const POLL_MS = 20
/** Where an entry stands still. */
const ends = ['applied', 'ignored', 'superseded']

export async function webhooks(deliveries: number): Promise<Webhooks> {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-bench-'))
  const inbox = await openInbox({ folder, most: deliveries + 1 })
  try {
    const events = await eventsOf(inbox, Math.round(deliveries * (1 - REPEATS)))
    const mixed = shuffled([...events, ...events.slice(0, deliveries - events.length)])
    const began = performance.now()
    await postAll(inbox, mixed)
    const states = await ended(inbox, events.length)
    const seconds = (performance.now() - began) / 1000
    return { deliveries, seconds, perSecond: deliveries / seconds, states }
  } finally {
    await inbox.close()
    rmSync(folder, { recursive: true })
  }
}

async function eventsOf(inbox: Inbox, count: number): Promise<Stripe.Event[]> {
  const customers = await newCustomers(inbox, CUSTOMERS)
  for (let round = 0; inbox.sandbox.state().events.length < count; round++) await act(inbox, customers, round)
  return (await inbox.events()).slice(0, count)
}

async function postAll({ post }: Inbox, events: readonly Stripe.Event[]): Promise<void> {
  const lanes = Array.from({ length: AT_ONCE }, async (_, lane) => {
    for (let at = lane; at < events.length; at += AT_ONCE) {
      const status = await post(events[at]!)
      if (status !== 200) throw new Error(`A webhook was answered ${status}.`)
    }
  })
  await Promise.all(lanes)
}

async function ended(inbox: Inbox, count: number): Promise<Record<string, number>> {
  for (;;) {
    const states = await inbox.states()
    const done = ends.reduce((sum, state) => sum + (states[state] ?? 0), 0)
    if (done === count) return states
    await new Promise((next) => setTimeout(next, POLL_MS))
  }
}

/** The same order every time. */
function shuffled<T>(items: readonly T[]): T[] {
  const chance = random(19)
  return items
    .map((item) => ({ item, key: chance.next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
}
