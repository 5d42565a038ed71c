/**
 * The connections to other companies, wired: who they are, real or stood in for, the bodies of the chart `integration`, and
 * what export and clean-up ask about them.
 *
 * The engine is asked for late, because it is made of the bodies.
 */
import type { IntegrationView } from '../../machines/integration/integration.view.ts'
import { CLIENT_ID, CLIENT_SECRET, placesOn } from '../../sandbox/integrations/places.ts'
import type { Config } from '../config.ts'
import { SANDBOX } from '../config-integrations.ts'
import type { Engine } from '../engine/engine.ts'
import { EffectError } from '../services/effect.ts'
import type { ExportedIntegration } from '../services/export/contents.ts'
import { anthropic } from '../services/integrations/anthropic.ts'
import { checkCredential } from '../services/integrations/check-credential.ts'
import { exchangeCode } from '../services/integrations/exchange-code.ts'
import { forgetIntegration } from '../services/integrations/forget-integration.ts'
import { github } from '../services/integrations/github.ts'
import { npm } from '../services/integrations/npm.ts'
import { openvsx } from '../services/integrations/openvsx.ts'
import type { Authorizer, Provider, Providers } from '../services/integrations/provider.ts'
import { revokeCredential } from '../services/integrations/revoke-credential.ts'
import { type BrokenParts, tellBroken } from '../services/notification/integration-broken.ts'
import type { Records } from './records.ts'

/** `standIn`: where the sandbox listens; null where nothing of it is used. */
export function providersOf({ integrations, publicUrl }: Config, standIn: string | null): Providers {
  const { anthropicUrl, npmUrl, openvsxUrl } = integrations
  const stand = placesOn(standIn ?? '')
  const at = (url: string | null, place: string, open: (url: string) => Provider) =>
    url === null ? null : open(url === SANDBOX ? place : url)
  return {
    github: githubOf(integrations.github, stand, `${publicUrl}/integrations/github/callback`),
    anthropic: at(anthropicUrl, stand.anthropic, anthropic),
    npm: at(npmUrl, stand.npm, npm),
    openvsx: at(openvsxUrl, stand.openvsx, openvsx),
  }
}

function githubOf(
  config: Config['integrations']['github'],
  stand: ReturnType<typeof placesOn>,
  redirectUri: string,
): Authorizer | null {
  if (config === null) return null
  if (config !== SANDBOX) return github({ ...config, redirectUri })
  return github({
    url: stand.github,
    apiUrl: stand.githubApi,
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    redirectUri,
  })
}

export interface IntegrationParts {
  readonly records: Pick<Records, 'integrations' | 'integrationSecrets' | 'ledger' | 'tenants'>
  readonly providers: Providers
  readonly mails: Omit<BrokenParts, 'tenants'>
  readonly now: () => number
}

export function integrationBodies({ records, providers, mails, now }: IntegrationParts) {
  const { integrations, integrationSecrets: secrets, ledger, tenants } = records
  const keys = { providers, secrets }
  return {
    exchangeCode: exchangeCode({ providers, secrets }),
    checkCredential: checkCredential({ ...keys, ledger, now }),
    revokeCredential: revokeCredential(keys),
    forgetIntegration: forgetIntegration({ integrations, secrets, ledger }),
    tellBroken: tellBroken({ ...mails, tenants }),
  }
}

/** What a tenant is connected to now. Never how: a key is in no export. */
export function integrationReader(engine: () => Pick<Engine, 'view'>, { integrations }: Pick<Records, 'integrations'>) {
  return async (tenant: string): Promise<ExportedIntegration[]> => {
    const ids = await integrations.open(tenant)
    const views = await Promise.all(ids.map((id) => engine().view(id, 'system')))
    return views.flatMap((view) => {
      const { kind, seen, connectedAt } = (view?.context ?? {}) as Partial<IntegrationView>
      return kind && seen && connectedAt ? [{ kind, account: seen.account, connectedAt }] : []
    })
  }
}

/** What takes longer is found over by the next attempt. */
const PATIENCE_MS = 2000
const ROUND_MS = 25

/**
 * Ends every connection of a tenant that goes, and waits until each is over. Safe to repeat. Fails with `integration.open`
 * while a company keeps a key alive.
 */
export function integrationEnder(engine: () => Engine, { integrations }: Pick<Records, 'integrations'>) {
  const tell = (id: string, type: string) =>
    engine().send({ id, event: { type }, eventId: crypto.randomUUID(), caller: 'system' })

  async function end(id: string, until: number): Promise<void> {
    await tell(id, 'workspace.closed')
    let view = await engine().view(id, 'system')
    // an earlier attempt found the company unwilling, or the disk away: it is asked once more
    if (isStuck(view?.value)) await tell(id, 'integration.retried')
    const asked = view?.seq ?? 0
    for (; Date.now() < until; await new Promise((done) => setTimeout(done, ROUND_MS))) {
      view = await engine().view(id, 'system')
      if (view?.status !== 'active') return
      if (isStuck(view.value) && view.seq > asked) break
    }
    throw new EffectError('integration.open', `The integration ${id} does not end.`)
  }

  return async (tenant: string): Promise<number> => {
    const ids = await integrations.open(tenant)
    const until = Date.now() + PATIENCE_MS
    await Promise.all(ids.map((id) => end(id, until)))
    return ids.length
  }
}

const stuck: readonly unknown[] = ['notRevoked', 'notForgotten']
const isStuck = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'ending' in value && stuck.includes(value.ending)
