/**
 * What a run asks for. One attempt each: the chart itself decides about the next one, because after an attempt whose
 * outcome is unknown it must look before it repeats.
 */
import { effect } from '../kit/effect.ts'
import type { CompensateStep, ExecuteStep, ProbeStep, StepInput, VerifyStep } from './provisioning.types.ts'

const resource = ({ order, step }: StepInput) => `${order.runId}/${step}`

export const executeStep = effect<ExecuteStep['input'], ExecuteStep['output']>({
  identity: resource,
  attempts: 1,
  deadlineMs: 20_000,
})
export const probeStep = effect<ProbeStep['input'], ProbeStep['output']>({ identity: resource, attempts: 3 })
export const verifyStep = effect<VerifyStep['input'], VerifyStep['output']>({ identity: resource, attempts: 3 })
export const compensateStep = effect<CompensateStep['input'], CompensateStep['output']>({
  identity: resource,
  attempts: 5,
})
