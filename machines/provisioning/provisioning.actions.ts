/** What a run remembers, and what it tells whoever started it. */
import { type AnyEventObject, assign, sendParent } from 'xstate'
import { codeOf } from '../kit/effect.ts'
import { retryDelayOf } from './provisioning.delays.ts'
import {
  type Facts,
  type ProbeStep,
  type ProvisioningContext,
  type ProvisioningEvent,
  type ProvisioningInput,
  type ProvisioningOutput,
  type RunStep,
  type StepInput,
  type StepStatus,
  stepKeys,
} from './provisioning.types.ts'

export const emptyContext = (order: ProvisioningInput): ProvisioningContext => ({
  order,
  steps: stepKeys.map((key) => ({ key, status: 'pending', tries: 0 })),
  at: 0,
  facts: {},
  code: null,
})

const remember = <Params = undefined>(
  patch: (context: ProvisioningContext, event: unknown, params: Params) => Partial<ProvisioningContext>,
) =>
  assign<ProvisioningContext, ProvisioningEvent, Params, ProvisioningEvent, never>(({ context, event }, params) =>
    patch(context, event, params),
  )

/** The steps with the current one changed. */
function withStep(context: ProvisioningContext, change: (step: RunStep) => Partial<RunStep>): readonly RunStep[] {
  return context.steps.map((step, index) => (index === context.at ? { ...step, ...change(step) } : step))
}

type Told = { context: ProvisioningContext }
const tell = (event: (context: ProvisioningContext) => AnyEventObject) =>
  sendParent<ProvisioningContext, ProvisioningEvent, undefined, AnyEventObject, ProvisioningEvent>(
    ({ context }: Told) => event(context),
  )
const progress = (retryInMs: number | null, { steps }: ProvisioningContext) => ({
  type: 'provisioning.progressed',
  steps,
  retryInMs,
})

export const provisioningActions = {
  mark: remember<{ status: StepStatus }>((context, _, { status }) => ({
    steps: withStep(context, () => ({ status })),
  })),
  beginTry: remember((context) => ({
    steps: withStep(context, ({ tries }) => ({ status: 'executing', tries: tries + 1 })),
  })),
  renewTries: remember((context) => ({ steps: withStep(context, () => ({ tries: 0 })), code: null })),
  keepCode: remember((_, event) => ({ code: codeOf((event as { error?: unknown }).error) })),
  blame: remember<{ code: string }>((_context, _event, { code }) => ({ code })),
  keepFacts: remember((context, event) => ({
    facts: { ...context.facts, ...(event as { output: Facts }).output },
  })),
  finishStep: remember((context) => ({
    steps: withStep(context, () => ({ status: 'done' })),
    at: context.at + 1,
    code: null,
  })),
  skipStep: remember((context) => ({
    steps: withStep(context, () => ({ status: 'failed' })),
    at: context.at + 1,
    code: null,
  })),
  adopt: remember((context, event) => {
    const { output } = event as { output: ProbeStep['output'] }
    return {
      steps: withStep(context, () => ({ status: 'adopted' })),
      at: context.at + 1,
      code: null,
      facts: output.found === 'present' ? { ...context.facts, ...output.facts } : context.facts,
    }
  }),
  /** The code stays: it says why the run turned back. */
  release: remember((context) => ({
    steps: withStep(context, () => ({ status: 'compensated' })),
    at: context.at - 1,
  })),
  report: tell((context) => progress(null, context)),
  reportRetry: tell((context) => progress(retryDelayOf(context), context)),
  callHuman: tell(({ code }) => ({ type: 'provisioning.stuck', code: code ?? 'unknown' })),
  dismissHuman: tell(() => ({ type: 'provisioning.unstuck' })),
}

export const stepInput = ({ steps, at, order, facts }: ProvisioningContext): StepInput => {
  const step = steps[at]
  if (!step) throw new Error(`Run ${order.runId} has no step ${at}.`)
  return { step: step.key, order, facts }
}

export function outcome({ at, order, facts, code }: ProvisioningContext): ProvisioningOutput {
  const succeeded = at >= stepKeys.length
  return {
    result: succeeded ? 'succeeded' : 'compensated',
    tenantId: succeeded ? order.tenantId : null,
    userId: facts['userId'] ?? null,
    slug: facts['slug'] ?? null,
    code,
  }
}
