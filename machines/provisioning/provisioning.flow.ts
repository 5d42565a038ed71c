/** The provisioning flow. Nobody starts it but another chart; only operators may speak to it. */
import * as z from 'zod/mini'
import { flow } from '../kit/flow.ts'
import { provisioningMachine } from './provisioning.machine.ts'
import { provisioningSays } from './provisioning.says.ts'
import type { ProvisioningContext } from './provisioning.types.ts'

const intents = {
  'operator.retried': z.strictObject({ type: z.literal('operator.retried') }),
  'operator.compensated': z.strictObject({ type: z.literal('operator.compensated') }),
}

export const provisioningFlow = flow<typeof provisioningMachine>({
  machine: provisioningMachine,
  says: provisioningSays,
  start: null,
  events: intents,
  policy: { 'operator.retried': ['operator'], 'operator.compensated': ['operator'] },
  view: ({ steps, at, code }: ProvisioningContext) => ({ steps, at, code }),
})
