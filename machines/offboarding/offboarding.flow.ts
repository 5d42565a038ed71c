/** The flow of leaving. Owners start it; there is one of a workspace at a time, and everybody in it may see it. */
import * as z from 'zod/mini'
import { flow, type Starter } from '../kit/flow.ts'
import { eraseClosing, sendCancellation } from './offboarding.effects.ts'
import { offboardingMachine } from './offboarding.machine.ts'
import { offboardingSays } from './offboarding.says.ts'
import { leavingReasons, leavingTimes, type OffboardingContext } from './offboarding.types.ts'
import { offboardingView } from './offboarding.view.ts'

const plain = <Type extends string>(type: Type) => z.strictObject({ type: z.literal(type) })

export const offboardingEvents = {
  'leaving.retried': plain('leaving.retried'),
  'reason.given': z.strictObject({
    type: z.literal('reason.given'),
    reason: z.enum(leavingReasons),
    feedback: z.string().check(z.maxLength(2000)),
  }),
  'reason.skipped': plain('reason.skipped'),
  'offer.accepted': plain('offer.accepted'),
  'offer.declined': plain('offer.declined'),
  'leaving.confirmed': z.strictObject({
    type: z.literal('leaving.confirmed'),
    name: z.string().check(z.maxLength(200)),
    when: z.enum(leavingTimes),
  }),
  'leaving.undone': plain('leaving.undone'),
  'leaving.dropped': plain('leaving.dropped'),
  'operator.retried': plain('operator.retried'),
}

const ofOwners = [
  'leaving.retried',
  'reason.given',
  'reason.skipped',
  'offer.accepted',
  'offer.declined',
  'leaving.confirmed',
  'leaving.undone',
  'leaving.dropped',
] as const

export const offboardingFlow = flow<typeof offboardingMachine>({
  machine: offboardingMachine,
  says: offboardingSays,
  start: {
    permission: 'account.close',
    oneOfTenant: true,
    // it must be able to say that the tenant's own key is gone
    ownKey: true,
    given: z.strictObject({}),
    prefix: 'off',
    input: (offboardingId, _given: object, { tenant: tenantId, userId, email, name }: Starter) => ({
      offboardingId,
      tenantId,
      userId,
      email,
      name,
    }),
  },
  events: offboardingEvents,
  policy: {
    ...Object.fromEntries(ofOwners.map((type) => [type, ['member'] as const])),
    'operator.retried': ['operator'],
  },
  permissions: Object.fromEntries(ofOwners.map((type) => [type, 'account.close'] as const)),
  announced: { sendCancellation, eraseClosing },
  view: (context: OffboardingContext) => ({ ...offboardingView(context) }),
})
