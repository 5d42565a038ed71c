/** What a leaving's chart is written in: its types, and what its states may name. */
import { setup } from 'xstate'
import { cleaningMachine } from '../cleaning/cleaning.machine.ts'
import type { LeafTag, StateMeta } from '../kit/flow.ts'
import * as act from './offboarding.actions.ts'
import { offboardingDelays } from './offboarding.delays.ts'
import * as ask from './offboarding.effects.ts'
import * as is from './offboarding.guards.ts'
import type { OffboardingContext, OffboardingEvent, OffboardingInput } from './offboarding.types.ts'

export const offboarding = setup({
  types: {
    input: {} as OffboardingInput,
    context: {} as OffboardingContext,
    events: {} as OffboardingEvent,
    tags: {} as LeafTag,
    meta: {} as StateMeta,
  },
  actors: {
    preview: ask.preview,
    beginLeaving: ask.beginLeaving,
    undoLeaving: ask.undoLeaving,
    stopBilling: ask.stopBilling,
    moveToFree: ask.moveToFree,
    sendNotice: ask.sendNotice,
    issueCertificate: ask.issueCertificate,
    sendGoodbye: ask.sendGoodbye,
    cleaning: cleaningMachine,
  },
  actions: act.offboardingActions,
  guards: {
    isNamed: is.isNamed,
    hasOffer: is.hasOffer,
    isNow: is.isNow,
    areAllNoticesSent: is.areAllNoticesSent,
  },
  delays: offboardingDelays,
})
