/** Yes or no, from the context and the event alone. */
import { codeOf } from '../kit/effect.ts'
import { STEP_TRIES } from './provisioning.delays.ts'
import { bestEffort, type ProbeStep, type ProvisioningContext, type VerifyStep } from './provisioning.types.ts'

interface Asked {
  context: ProvisioningContext
  event: unknown
}
const failure = ({ event }: Asked) => codeOf((event as { error?: unknown }).error)
const probed = ({ event }: Asked) => (event as { output: ProbeStep['output'] }).output.found

export const isEverythingDone = ({ context }: Asked) => context.at >= context.steps.length

/** Nothing before or at the current step is left to take back. */
export const isNothingLeft = ({ context }: Asked) => context.at < 0

/** The attempt ended without an answer: it may have worked. */
export const isOutcomeUnknown = (asked: Asked) => failure(asked) === 'timeout'

/** Trying again would fail in the same way. */
export const isPermanent = (asked: Asked) => ['address.taken', 'order.invalid'].includes(failure(asked))

/** The workspace is whole without it; what could not be done is marked, and the run goes on. */
export const isBestEffort = ({ context }: Asked) => bestEffort.some((key) => key === context.steps[context.at]?.key)

export const hasTriesLeft = ({ context }: Asked) => (context.steps[context.at]?.tries ?? 0) < STEP_TRIES

export const isPresent = (asked: Asked) => probed(asked) === 'present'
export const isAbsent = (asked: Asked) => probed(asked) === 'absent'
export const isSound = ({ event }: Asked) => (event as { output: VerifyStep['output'] }).output.sound
