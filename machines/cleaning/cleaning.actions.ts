/** What a clean-up remembers, and what it tells whoever started it. */
import { type AnyEventObject, assign, sendParent } from 'xstate'
import { codeOf } from '../kit/effect.ts'
import {
  type Clean,
  type CleaningContext,
  type CleaningEvent,
  type CleaningInput,
  type CleanStatus,
  type CleanStep,
  type CleanStepInput,
  cleanKeys,
} from './cleaning.types.ts'

export const emptyContext = (input: CleaningInput): CleaningContext => ({
  ...input,
  steps: pendingSteps(),
  at: 0,
  code: null,
})

/** Every resource, before anything is done. */
export const pendingSteps = (): CleanStep[] =>
  cleanKeys.map((key) => ({ key, status: 'pending', tries: 0, count: null, at: null, retained: null }))

const remember = <Params = undefined>(
  patch: (context: CleaningContext, event: unknown, params: Params) => Partial<CleaningContext>,
) =>
  assign<CleaningContext, CleaningEvent, Params, CleaningEvent, never>(({ context, event }, params) =>
    patch(context, event, params),
  )

const withStep = (
  { steps, at }: CleaningContext,
  change: (step: CleanStep) => Partial<CleanStep>,
): readonly CleanStep[] => steps.map((step, index) => (index === at ? { ...step, ...change(step) } : step))

const tell = (event: (context: CleaningContext) => AnyEventObject) =>
  sendParent<CleaningContext, CleaningEvent, undefined, AnyEventObject, CleaningEvent>(({ context }) => event(context))

export const cleaningActions = {
  mark: remember<{ status: CleanStatus }>((context, _, { status }) => ({
    steps: withStep(context, () => ({ status })),
  })),
  beginTry: remember((context) => ({
    steps: withStep(context, ({ tries }) => ({ status: 'working', tries: tries + 1 })),
  })),
  renewTries: remember((context) => ({ steps: withStep(context, () => ({ tries: 0 })), code: null })),
  keepCode: remember((_, event) => ({ code: codeOf((event as { error?: unknown }).error) })),
  finishStep: remember((context, event) => {
    const { count, at, retained } = (event as { output: Clean['output'] }).output
    return {
      steps: withStep(context, () => ({ status: 'done', count, at, retained })),
      at: context.at + 1,
      code: null,
    }
  }),
  report: tell(({ steps }) => ({ type: 'cleaning.progressed', steps })),
  callHuman: tell(({ code }) => ({ type: 'cleaning.stuck', code: code ?? 'unknown' })),
  dismissHuman: tell(() => ({ type: 'cleaning.unstuck' })),
}

export const stepInput = ({ closingId, tenantId, steps, at }: CleaningContext): CleanStepInput => {
  const step = steps[at]
  if (!step) throw new Error(`Clean-up ${closingId} has no step ${at}.`)
  return { closingId, tenantId, step: step.key }
}
