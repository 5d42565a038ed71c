/** What an integration is told, and one moment for every state that stands on the settings page. */
import type { Fixture } from '../kit/fixture.ts'
import { done, elapsed, failed, type Told } from '../kit/walk.ts'
import { integrationMachine } from './integration.machine.ts'
import type { IntegrationInput, Revocation, Seen } from './integration.types.ts'

export const input: IntegrationInput = { integrationId: 'int_1', tenantId: 'ten_1', kind: 'anthropic' }
export const githubInput: IntegrationInput = { ...input, integrationId: 'int_2', kind: 'github' }

const lapse = (delay: string, state: string) => elapsed(integrationMachine, delay, state)

const at = 1_800_144_000_000
export const seen: Seen = {
  account: 'org_7Q2',
  found: [{ name: 'Claude Opus 4.1', isPrivate: false }],
  hasMore: false,
}
export const given: Told = { type: 'credential.given', credentialRef: 'sec_1' }
export const begun: Told = { type: 'authorization.begun' }
export const granted: Told = { type: 'authorization.granted', codeRef: 'sec_2', verifierRef: 'sec_3' }
export const denied: Told = { type: 'authorization.denied' }
export const exchanged = done('exchangeCode', { credentialRef: 'sec_4' })
export const notExchanged = (code: string): Told => failed('exchangeCode', code)
export const works = done('checkCredential', { ...seen, at })
export const fails = (code = 'credential.refused'): Told => failed('checkCredential', code)
export const isWell = done('checkHealth', { ...seen, at: at + 1 })
export const isNotWell = (code = 'credential.refused'): Told => failed('checkHealth', code)
export const isBack = done('recheck', { ...seen, at: at + 2 })
export const isStillBroken = failed('recheck', 'credential.refused')
export const healthDue = lapse('healthCheck', 'live.connected')
export const recheckDue = lapse('recheck', 'live.broken')
export const checkAsked: Told = { type: 'check.asked' }
export const retried: Told = { type: 'integration.retried' }
export const disconnected: Told = { type: 'disconnect.asked' }
export const closed: Told = { type: 'workspace.closed' }
export const revoked = (revocation: Revocation = 'revoked'): Told => done('revokeCredential', { revocation })
export const notRevoked = failed('revokeCredential', 'provider.unreachable')
export const forgotten = done('forgetIntegration', { forgotten: true })

const connected = [given, works]
export const toldBroken = done('tellBroken', { told: true })

const breaking = [...connected, healthDue, isNotWell()]
const broken = [...breaking, toldBroken]

/** Of a key that is typed. */
export const integrationFixtures: readonly Fixture[] = [
  { name: 'Key asked for', state: 'connecting.entering', events: [] },
  { name: 'Checking', state: 'connecting.checking', events: [given] },
  { name: 'Key refused', state: 'connecting.refused', events: [given, fails()] },
  { name: 'Key may not', state: 'connecting.refused', events: [given, fails('credential.forbidden')] },
  { name: 'Provider unreachable', state: 'connecting.unreachable', events: [given, fails('provider.unreachable')] },
  { name: 'Connected', state: 'live.connected', events: connected },
  { name: 'Checking health', state: 'live.checkingHealth', events: [...connected, checkAsked] },
  {
    name: 'Not confirmed',
    state: 'live.unconfirmed',
    events: [...connected, healthDue, isNotWell('provider.unreachable')],
  },
  { name: 'Telling', state: 'live.telling', events: breaking },
  { name: 'Broken', state: 'live.broken', events: broken },
  { name: 'Rechecking', state: 'live.rechecking', events: [...broken, checkAsked] },
  { name: 'Revoking', state: 'ending.revoking', events: [...connected, disconnected] },
  { name: 'Not revoked while leaving', state: 'ending.notRevoked', events: [...connected, closed, notRevoked] },
  { name: 'Forgetting', state: 'ending.forgetting', events: [...connected, disconnected, revoked()] },
  { name: 'Disconnected', state: 'disconnected', events: [...connected, disconnected, revoked(), forgotten] },
  {
    name: 'Disconnected, to be deleted by hand',
    state: 'disconnected',
    events: [...connected, disconnected, revoked('by hand'), forgotten],
  },
  {
    name: 'Disconnected, not revoked',
    state: 'disconnected',
    events: [...connected, disconnected, notRevoked, forgotten],
  },
]

/** Of a provider one goes to and comes back from. */
export const githubFixtures: readonly Fixture[] = [
  { name: 'At the provider', state: 'connecting.authorizing', events: [] },
  { name: 'Exchanging', state: 'connecting.exchanging', events: [granted] },
  { name: 'Denied', state: 'connecting.refused', events: [denied] },
  { name: 'GitHub connected', state: 'live.connected', events: [granted, exchanged, works] },
]
