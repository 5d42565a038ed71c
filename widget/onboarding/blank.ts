/** The view of an onboarding nobody has started yet: a page shows the first step without asking the server. */
import { initialTransition } from 'xstate'
import { onboardingMachine } from '../../machines/onboarding/onboarding.machine.ts'
import { onboardingView } from '../../machines/onboarding/onboarding.view.ts'
import type { View } from '../client/wire.ts'

export function blankView(): View {
  const [{ value, context }] = initialTransition(onboardingMachine, {
    onboardingId: '',
    embeddingKey: '',
    locale: 'en',
  })
  const now = Date.now()
  return {
    id: '',
    machine: { id: onboardingMachine.id, version: String(onboardingMachine.version) },
    seq: 0,
    at: now,
    now,
    value,
    status: 'active',
    tags: ['waiting on person'],
    context: { ...onboardingView(context) },
    enabled: ['address.submitted'],
    timers: [],
    effects: [],
    children: [],
    problem: null,
  }
}
