/** The onboarding flow: its chart, what may be sent to it, and what a caller may see of it. */
import * as z from 'zod/mini'
import { flow } from '../kit/flow.ts'
import { DEFAULT_EMBEDDING_KEY } from '../vocabulary/embedding.ts'
import { localeSchema } from '../vocabulary/people.ts'
import { openAccount, tellRefund } from './onboarding.effects.ts'
import { onboardingEvents, onboardingPolicy } from './onboarding.events.ts'
import { onboardingMachine } from './onboarding.machine.ts'
import { onboardingSays } from './onboarding.says.ts'
import { onboardingView } from './onboarding.view.ts'

export const onboardingFlow = flow<typeof onboardingMachine>({
  machine: onboardingMachine,
  says: onboardingSays,
  start: {
    given: z.strictObject({
      embeddingKey: z._default(z.string().check(z.minLength(1), z.maxLength(80)), DEFAULT_EMBEDDING_KEY),
      locale: z._default(localeSchema, 'en'),
    }),
    prefix: 'onb',
    input: (onboardingId, given: { embeddingKey: string; locale: string }) => ({ onboardingId, ...given }),
  },
  events: onboardingEvents,
  policy: onboardingPolicy,
  announced: { tellRefund, openAccount },
  exchanged: { 'code.typed': ['code.accepted', 'code.rejected'] },
  view: onboardingView,
})
