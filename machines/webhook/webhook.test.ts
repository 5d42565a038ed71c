import { describe, expect, it } from 'vitest'
import { walkChart } from '../../server/engine/proof/walk.ts'
import { fixtureGaps, policyGaps, unexplainedLeaves } from '../kit/chart-rules.ts'
import { activeLeaves, after, elapsed, type Told } from '../kit/walk.ts'
import { claimWaits, ownerWaits, webhookDelays } from './webhook.delays.ts'
import {
  applied,
  ignored,
  input,
  notApplied,
  notSent,
  paid,
  receipt,
  receiptIs,
  retried,
  superseded,
  unclaimed,
} from './webhook.fixtures.ts'
import { webhookFlow } from './webhook.flow.ts'
import { webhookMachine } from './webhook.machine.ts'
import type { WebhookInput } from './webhook.types.ts'

const walk = (events: readonly Told[], about: Partial<WebhookInput> = {}) =>
  after(webhookMachine, { ...input, ...about }, events)
const later = elapsed(webhookMachine, 'claimWait', 'parked')
const laterOwner = elapsed(webhookMachine, 'ownerWait', 'ownerless')
const missedAll = [unclaimed, ...claimWaits.flatMap(() => [later, unclaimed])]
const missedOwners = [paid, receiptIs('no owner'), ...ownerWaits.flatMap(() => [laterOwner, receiptIs('no owner')])]

describe('an event of the provider', () => {
  it.each<[string, readonly Told[], string]>([
    ['is applied first of all', [], 'applying'],
    ['is done when it is applied', [applied], 'applied'],
    ['is done when something newer is kept', [superseded], 'superseded'],
    ['is done when there is nothing to keep', [ignored], 'ignored'],
    ['waits when no tenant claims the customer', [unclaimed], 'parked'],
    ['is tried again by itself', [unclaimed, later], 'applying'],
    ['is applied once a tenant claims the customer', [unclaimed, later, unclaimed, later, applied], 'applied'],
    ['waits for an operator when none ever does', missedAll, 'unclaimed'],
    ['is tried again when an operator says so', [...missedAll, retried], 'applying'],
    ['waits anew after that', [...missedAll, retried, unclaimed], 'parked'],
    ['is tried at once when an operator cannot wait', [unclaimed, retried], 'applying'],
    ['is dead after the last try', [notApplied], 'dead'],
    ['lives again when an operator says so', [notApplied, retried], 'applying'],
    ['makes a receipt when an invoice is paid', [paid], 'receipting'],
    ['is done once the receipt is out', [paid, receiptIs('sent')], 'applied'],
    ['is done when the money went back meanwhile', [paid, receiptIs('not needed')], 'applied'],
    ['waits for a workspace that is not there yet', [paid, receiptIs('no owner')], 'ownerless'],
    ['sends the receipt when it is', [paid, receiptIs('no owner'), laterOwner], 'receipting'],
    ['shows a paid invoice whose workspace never came', missedOwners, 'unreceipted'],
    ['shows a receipt that cannot be sent', [paid, notSent], 'unreceipted'],
    ['sends it when an operator says so', [paid, notSent, retried], 'receipting'],
  ])('%s', (_, events, leads) => {
    expect(activeLeaves(walk(events).snapshot)).toEqual([leads])
  })

  it.each<[string, Partial<WebhookInput>, string]>([
    ['customer.updated', { objectKind: 'customer', objectId: 'cus_1' }, 'applying'],
    ['customer.subscription.deleted', { objectKind: 'subscription', objectId: 'sub_1' }, 'applying'],
    ['setup_intent.succeeded', { objectKind: 'setup_intent', objectId: 'seti_1' }, 'applying'],
    ['payment_intent.payment_failed', { objectKind: 'payment_intent', objectId: 'pi_1' }, 'applying'],
    ['payment_method.detached', { objectKind: 'payment_method', objectId: 'pm_1' }, 'applying'],
    ['payment_method.attached', { objectKind: 'payment_method', objectId: 'pm_1' }, 'ignored'],
    ['setup_intent.created', { objectKind: 'setup_intent', objectId: 'seti_1' }, 'ignored'],
    ['invoice.payment_succeeded', { objectKind: 'invoice', objectId: 'in_1' }, 'ignored'],
    ['charge.refunded', { objectKind: 'charge', objectId: 'ch_1' }, 'applying'],
    ['charge.succeeded', { objectKind: 'charge', objectId: 'ch_1' }, 'ignored'],
    ['invoice.upcoming', { objectKind: 'invoice', objectId: null }, 'ignored'],
    ['payout.paid', { objectKind: 'payout', objectId: 'po_1' }, 'ignored'],
    ['customer.tax_id.created', { objectKind: 'tax_id', objectId: 'txi_1' }, 'ignored'],
  ])('of type %s about %j is %s', (type, about, leads) => {
    const { snapshot } = walk([], { type, ...about })
    expect(activeLeaves(snapshot)).toEqual([leads])
    expect(snapshot.context.reason).toBe(leads === 'ignored' ? 'type.unhandled' : null)
  })

  it('asks for the object by its id, and hands on nothing of what was sent', () => {
    const { eventId, type, objectKind, objectId } = input
    expect(walk([]).asked).toEqual([{ src: 'applyEvent', input: { eventId, type, objectKind, objectId } }])
    expect(walk([paid]).asked).toEqual([{ src: 'sendReceipt', input: receipt }])
  })

  it('waits longer each time', () => {
    const context = (claimsMissed: number) => ({ context: { ...walk([]).snapshot.context, claimsMissed } })
    const waits = claimWaits.map((_, n) => webhookDelays.claimWait(context(n + 1)))
    expect(waits).toEqual(claimWaits)
    expect(waits.toSorted((a, b) => a - b)).toEqual(waits)
    expect(ownerWaits.toSorted((a, b) => a - b)).toEqual(ownerWaits)
  })

  it('says what it stands still for', () => {
    expect(walk(missedAll).snapshot.context.reason).toBe('customer.unclaimed')
    expect(walk(missedOwners).snapshot.context.reason).toBe('tenant.absent')
    expect(walk([notApplied]).snapshot.context.reason).toBe('payment.unreachable')
    expect(walk([notApplied, retried]).snapshot.context.reason).toBeNull()
  })
})

describe('the chart', () => {
  it('explains every leaf', () => {
    expect(unexplainedLeaves(webhookMachine)).toEqual([])
  })
  it('has no screen, and so no fixture', () => {
    expect(fixtureGaps(webhookMachine, input, [])).toEqual([])
  })
  it('has a policy for every event', () => {
    expect(policyGaps(webhookFlow)).toEqual([])
  })
  it('shows nothing to visitors and members', () => {
    const { context } = walk([paid]).snapshot
    expect([webhookFlow.view(context, 'visitor'), webhookFlow.view(context, 'member')]).toEqual([{}, {}])
    expect(webhookFlow.view(context, 'operator')).toMatchObject({ eventId: 'evt_1', type: 'invoice.paid' })
  })
  it('plans what the live interpreter does, in every state', { timeout: 60_000 }, () => {
    const noise: Told = { type: 'nobody.hears' }
    const events = [retried, ...Array.from({ length: 12 }, () => noise)]
    const seen = new Set<string>()
    for (const [index, { output: applyEvent }] of [unclaimed, paid].entries()) {
      const outputs = { applyEvent, sendReceipt: { state: 'no owner' } }
      const walked = walkChart(webhookMachine, { steps: 10_000, seed: 19 + index, input, events, outputs })
      expect(walked.steps).toBeGreaterThanOrEqual(10_000)
      for (const state of walked.states) seen.add(JSON.parse(state) as string)
    }
    expect([...seen].toSorted()).toEqual([
      'applying',
      'dead',
      'ownerless',
      'parked',
      'receipting',
      'unclaimed',
      'unreceipted',
    ])
  })
})
