/**
 * One event of the payment provider, from the moment it is stored to the moment it is done with.
 *
 *   sorting      is it about something we keep?
 *   applying     the object is read anew at the provider, and how it stands is kept
 *   parked       no tenant claims the customer yet; we try again by ourselves, each time later
 *   unclaimed    no tenant ever did; an operator finds out whose it is, and may try again
 *   dead         it could not be applied, after many tries; an operator may try again
 *   receipting   a paid invoice: its owner is told
 *   ownerless    the workspace that was paid for is not set up yet; we try again by ourselves
 *   unreceipted  the receipt could not be sent, or the workspace never came; an operator may try again
 *   applied, ignored, superseded
 *
 * Promises: an event is stored once, however often it comes; what it says is never believed, only what the provider
 * answers when asked; nothing is dropped silently; one invoice makes one receipt.
 */
import { setup } from 'xstate'
import type { LeafTag, StateMeta } from '../kit/flow.ts'
import * as act from './webhook.actions.ts'
import { webhookDelays } from './webhook.delays.ts'
import { applyEvent, sendReceipt } from './webhook.effects.ts'
import * as is from './webhook.guards.ts'
import type { WebhookContext, WebhookEvent, WebhookInput } from './webhook.types.ts'

export const webhookMachine = setup({
  types: {
    input: {} as WebhookInput,
    context: {} as WebhookContext,
    events: {} as WebhookEvent,
    tags: {} as LeafTag,
    meta: {} as StateMeta,
  },
  actors: { applyEvent, sendReceipt },
  guards: {
    isHandled: is.isHandled,
    hasReceipt: is.hasReceipt,
    isApplied: is.hasState('applied'),
    isSuperseded: is.hasState('superseded'),
    isIgnored: is.hasState('ignored'),
    isStillUnclaimed: is.isStillUnclaimed,
    isStillOwnerless: is.isStillOwnerless,
    isOwnerless: is.hasState('no owner'),
  },
  actions: act.webhookActions,
  delays: webhookDelays,
}).createMachine({
  id: 'webhook',
  version: '1',
  context: ({ input }) => act.emptyContext(input),
  initial: 'sorting',
  states: {
    sorting: {
      description: 'Is it about something we keep?',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      always: [
        { guard: 'isHandled', target: 'applying' },
        { target: 'ignored', actions: 'markUnhandled' },
      ],
    },
    applying: {
      description: 'The object is read anew at the provider.',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      invoke: {
        id: 'applyEvent',
        src: 'applyEvent',
        input: ({ context }) => act.eventToApply(context),
        onDone: [
          { guard: 'hasReceipt', target: 'receipting', actions: 'keepReceipt' },
          { guard: 'isApplied', target: 'applied' },
          { guard: 'isSuperseded', target: 'superseded' },
          { guard: 'isIgnored', target: 'ignored', actions: 'keepReason' },
          { guard: 'isStillUnclaimed', target: 'parked', actions: 'missClaim' },
          { target: 'unclaimed', actions: 'markUnclaimed' },
        ],
        onError: { target: 'dead', actions: 'keepFailure' },
      },
    },
    parked: {
      description: 'No tenant claims the customer yet.',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      after: { claimWait: 'applying' },
      on: { 'operator.retried': { target: 'applying', actions: 'beginAnew' } },
    },
    unclaimed: {
      description: 'No tenant of ours has this customer.',
      tags: 'problem',
      meta: { screen: 'none' },
      on: { 'operator.retried': { target: 'applying', actions: 'beginAnew' } },
    },
    dead: {
      description: 'It could not be applied, after many tries.',
      tags: 'problem',
      meta: { screen: 'none' },
      on: { 'operator.retried': { target: 'applying', actions: 'beginAnew' } },
    },
    receipting: {
      description: 'The owner is told what was paid.',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      invoke: {
        id: 'sendReceipt',
        src: 'sendReceipt',
        input: ({ context }) => act.receiptToSend(context),
        onDone: [
          { guard: 'isStillOwnerless', target: 'ownerless', actions: 'missOwner' },
          { guard: 'isOwnerless', target: 'unreceipted', actions: 'markOwnerless' },
          { target: 'applied' },
        ],
        onError: { target: 'unreceipted', actions: 'keepFailure' },
      },
    },
    ownerless: {
      description: 'The workspace that was paid for is not set up yet.',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      after: { ownerWait: 'receipting' },
      on: { 'operator.retried': { target: 'receipting', actions: 'beginAnew' } },
    },
    unreceipted: {
      description: 'An invoice is paid, and nobody could be told.',
      tags: 'problem',
      meta: { screen: 'none' },
      on: { 'operator.retried': { target: 'receipting', actions: 'beginAnew' } },
    },
    applied: {
      description: 'What the provider says is kept.',
      type: 'final',
      tags: 'ended',
      meta: { screen: 'none' },
    },
    ignored: {
      description: 'Nothing of ours depends on it.',
      type: 'final',
      tags: 'ended',
      meta: { screen: 'none' },
    },
    superseded: {
      description: 'What is kept was read later.',
      type: 'final',
      tags: 'ended',
      meta: { screen: 'none' },
    },
  },
})
