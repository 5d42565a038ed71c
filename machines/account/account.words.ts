/** The words the account's chart is written in: its effects, guards, actions and delays, by name. */
import { setup } from 'xstate'
import type { LeafTag, StateMeta } from '../kit/flow.ts'
import { paymentMachine } from '../payment/payment.machine.ts'
import { accountActions } from './account.actions.ts'
import { accountDelays } from './account.delays.ts'
import {
  applyPlan,
  readBooks,
  readOffer,
  sendDunning,
  sendRecovery,
  setPlanEnd,
  stopCollections,
  tellUsage,
} from './account.effects.ts'
import * as is from './account.guards.ts'
import type { AccountContext, AccountEvent, AccountInput } from './account.types.ts'

export const account = setup({
  types: {
    input: {} as AccountInput,
    context: {} as AccountContext,
    events: {} as AccountEvent,
    tags: {} as LeafTag,
    meta: {} as StateMeta,
  },
  actors: {
    readBooks,
    sendDunning,
    sendRecovery,
    stopCollections,
    setPlanEnd,
    applyPlan,
    readOffer,
    tellUsage,
    payment: paymentMachine,
  },
  guards: { ...is },
  actions: accountActions,
  delays: accountDelays,
})
