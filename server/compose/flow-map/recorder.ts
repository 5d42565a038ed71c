/** Keeps the flow map in the commits of the steps it counts. */
import type { OnboardingContext } from '../../../machines/onboarding/onboarding.types.ts'
import type { PaymentContext } from '../../../machines/payment/payment.types.ts'
import type { ProvisioningContext } from '../../../machines/provisioning/provisioning.types.ts'
import type { Change, Recorder } from '../../engine/recorder.ts'
import type { FlowMap } from '../../records/flow-map/flow-map.ts'
import { nobodys } from '../nobodys.ts'
import { movesOf } from './movement.ts'

/** What is planned for a workspace that is not there yet, as far as it is known. */
const chosen: Readonly<Record<string, (context: never) => string | null>> = {
  onboarding: ({ plan }: OnboardingContext) => plan,
  payment: ({ plan }: PaymentContext) => plan,
  provisioning: ({ order }: ProvisioningContext) => order.plan.key,
}

export const flowMapRecorder =
  (map: Pick<FlowMap, 'record'>): Recorder =>
  (change) => {
    const { actor, tenant, flow, version, at, before, status } = change
    const moves = movesOf(change)
    const born = before === null
    const ended = status !== 'active'
    const tier = tierOf(change)
    const isStill = moves.exits.length === 0 && moves.entered.length === 0 && tier === null
    if (isStill && !born && !ended) return []
    return map.record({ actor, tenant, flow, version, at, born, ended, tier, ...moves })
  }

/** The tier from now on; null when it stays, and for the actors of a workspace, whose plan decides. */
function tierOf({ tenant, flow, before, context }: Change): string | null {
  const plan = (of: unknown) => chosen[flow]?.(of as never) ?? 'none'
  if (before === null) return plan(context.after)
  if (!nobodys.has(tenant)) return null
  const now = plan(context.after)
  return now === plan(context.before) ? null : now
}
