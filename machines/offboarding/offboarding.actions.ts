/** What a leaving remembers, and the inputs it gives to what it asks for. */
import { assign } from 'xstate'
import { pendingSteps } from '../cleaning/cleaning.actions.ts'
import type { CleaningOutput } from '../cleaning/cleaning.types.ts'
import { codeOf } from '../kit/effect.ts'
import { noticeDays, RETRIEVAL_MS } from './offboarding.delays.ts'
import {
  type BeginLeaving,
  type EraseClosing,
  type IssueCertificate,
  leavingProblems,
  type LeavingProblem,
  type OffboardingContext,
  type OffboardingEvent,
  type OffboardingInput,
  type Preview,
  type SendCancellation,
  type StopBilling,
} from './offboarding.types.ts'

export const emptyContext = (input: OffboardingInput): OffboardingContext => ({
  ...input,
  preview: null,
  reason: null,
  feedback: '',
  when: null,
  cancelledAt: null,
  endsAt: null,
  inMs: 0,
  stoppedAt: null,
  retrievalEndsAt: null,
  noticesSent: 0,
  steps: pendingSteps(),
  certificate: null,
  problem: null,
  stuck: null,
})

type Patch = Partial<OffboardingContext>
type Of<Type extends OffboardingEvent['type']> = Extract<OffboardingEvent, { type: Type }>

const remember = <Type extends OffboardingEvent['type']>(
  patch: (context: OffboardingContext, event: Of<Type>) => Patch,
) =>
  assign<OffboardingContext, OffboardingEvent, undefined, OffboardingEvent, never>(({ context, event }) =>
    patch(context, event as Of<Type>),
  )
const rememberResult = <Output>(patch: (output: Output) => Patch) =>
  assign<OffboardingContext, OffboardingEvent, undefined, OffboardingEvent, never>(({ event }) =>
    patch((event as unknown as { output: Output }).output),
  )

const toProblem = (code: string): LeavingProblem =>
  (leavingProblems as readonly string[]).includes(code) ? (code as LeavingProblem) : 'leaving.failed'
const failure = (event: unknown) => codeOf((event as { error?: unknown }).error)

export const offboardingActions = {
  keepPreview: rememberResult<Preview['output']>((preview) => ({ preview, problem: null })),
  keepReason: remember<'reason.given'>((_, { reason, feedback }) => ({ reason, feedback })),
  keepTime: remember<'leaving.confirmed'>((_, { when }) => ({ when, problem: null })),
  keepOfferTime: remember(() => ({ when: 'period end', problem: null })),
  markMismatch: remember(() => ({ problem: 'name.mismatch' })),
  keepBeginning: rememberResult<BeginLeaving['output']>(({ cancelledAt, endsAt, inMs }) => ({
    cancelledAt,
    endsAt,
    inMs,
    problem: null,
  })),
  keepStop: rememberResult<StopBilling['output']>(({ stoppedAt, retrievalEndsAt }) => ({ stoppedAt, retrievalEndsAt })),
  countNotice: remember(({ noticesSent }) => ({ noticesSent: noticesSent + 1 })),
  keepSteps: remember<'cleaning.progressed'>((_, { steps }) => ({ steps })),
  keepCleaned: rememberResult<CleaningOutput>(({ steps }) => ({ steps, stuck: null })),
  keepCertificate: rememberResult<IssueCertificate['output']>(({ number }) => ({ certificate: number })),
  keepProblem: remember((_, event) => ({ problem: toProblem(failure(event)) })),
  keepStuck: remember((_, event) => ({ stuck: failure(event) })),
  markStuck: remember<'cleaning.stuck'>((_, { code }) => ({ stuck: code })),
  clearStuck: remember(() => ({ stuck: null })),
  clearProblem: remember(() => ({ problem: null })),
  /** Announced: the server writes the mail. */
  sendCancellation: (_unused: unknown, _params: SendCancellation) => {},
  /** Announced: destroys the key of this very record. */
  eraseClosing: (_unused: unknown, _params: EraseClosing) => {},
}

export const which = ({ offboardingId, tenantId }: OffboardingContext) => ({ offboardingId, tenantId })

const companyOf = ({ preview }: OffboardingContext) => preview?.company ?? ''
const reader = ({ offboardingId, tenantId, userId, email, name }: OffboardingContext) => ({
  offboardingId,
  tenantId,
  userId,
  email,
  name,
})

export const toBegin = (context: OffboardingContext) => ({ ...which(context), when: context.when ?? 'now' })
export const toStop = (context: OffboardingContext) => ({ ...which(context), retrievalMs: RETRIEVAL_MS })

export const toNotify = (context: OffboardingContext) => ({
  ...reader(context),
  company: companyOf(context),
  daysLeft: noticeDays[context.noticesSent] ?? 0,
  retrievalEndsAt: context.retrievalEndsAt ?? 0,
})

/** Read from the event, because it is announced in the step that brings the result. */
export const receipt = (context: OffboardingContext, event: unknown): SendCancellation => {
  const { cancelledAt, endsAt } = (event as { output: BeginLeaving['output'] }).output
  return {
    ...reader(context),
    company: companyOf(context),
    planName: context.preview?.planName ?? '',
    when: context.when ?? 'now',
    cancelledAt,
    endsAt,
    retrievalEndsAt: endsAt + RETRIEVAL_MS,
  }
}

export const toCertify = (context: OffboardingContext) => ({
  ...which(context),
  cancelledAt: context.cancelledAt ?? 0,
  stoppedAt: context.stoppedAt ?? 0,
  steps: context.steps,
})

export const toSayGoodbye = (context: OffboardingContext) => {
  const { offboardingId, email, name, certificate, steps } = context
  const kept = steps.find(({ retained }) => retained !== null)?.retained
  return {
    offboardingId,
    email,
    name,
    company: companyOf(context),
    number: certificate ?? '',
    invoices: kept?.count ?? 0,
    invoicesUntil: kept?.until ?? null,
  }
}
