/** What an integration's chart is written in: its types, and what its states may name. */
import { setup } from 'xstate'
import type { LeafTag, StateMeta } from '../kit/flow.ts'
import { integrationActions } from './integration.actions.ts'
import { integrationDelays } from './integration.delays.ts'
import {
  checkCredential,
  exchangeCode,
  forgetIntegration,
  revokeCredential,
  tellBroken,
} from './integration.effects.ts'
import * as is from './integration.guards.ts'
import type { IntegrationContext, IntegrationEvent, IntegrationInput } from './integration.types.ts'

export const integration = setup({
  types: {
    input: {} as IntegrationInput,
    context: {} as IntegrationContext,
    events: {} as IntegrationEvent,
    tags: {} as LeafTag,
    meta: {} as StateMeta,
  },
  actors: { exchangeCode, checkCredential, revokeCredential, forgetIntegration, tellBroken },
  guards: {
    isAuthorized: is.isAuthorized,
    isTyped: is.isTyped,
    isRefused: is.isRefused,
    hasCode: is.hasCode,
    hasCredential: is.hasCredential,
    wasConnected: is.wasConnected,
    isClosing: is.isClosing,
  },
  actions: integrationActions,
  delays: integrationDelays,
})

/** The screen every state of it stands on. */
export const card = { screen: 'IntegrationCard' }
