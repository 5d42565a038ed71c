/** The stand-ins of the companies a workspace can be connected to: beside Stripe's, or at the sandbox's port by themselves. */
import { join } from 'node:path'
import {
  type IntegrationsSandbox,
  integrationsSandbox,
  listenAlone,
} from '../../sandbox/integrations/integrations-sandbox.ts'
import type { Config } from '../config.ts'
import { usesSandbox } from '../config-integrations.ts'
import type { OpenStripe } from './stripe.ts'

/** Null where every company is the real one. */
export const integrationsStandIn = (config: Config, now: () => number): IntegrationsSandbox | null =>
  usesSandbox(config.integrations)
    ? integrationsSandbox({
        now,
        redirectUri: `${config.publicUrl}/integrations/github/callback`,
        file: join(config.dataDir, 'integrations-sandbox.json'),
      })
    : null

export interface StandInPlace {
  readonly url: string | null
  close(): Promise<void>
}

/** Throws when the sandbox's port is taken. */
export async function standInPlace(
  standIn: IntegrationsSandbox | null,
  { sandbox }: Pick<OpenStripe, 'sandbox'>,
  { sandboxPort }: Pick<Config, 'sandboxPort'>,
): Promise<StandInPlace> {
  if (standIn && !sandbox) return listenAlone(standIn, sandboxPort)
  return { url: standIn && sandbox ? sandbox.url : null, close: async () => {} }
}
