/**
 * One kind of thing a provisioning run makes. Every service that makes one offers its own; the run orders them.
 *
 * Each method is one attempt and safe to repeat: `execute` finds what it made before, `compensate` takes "already gone"
 * for success, `probe` and `verify` only look. Writes in a fact commit with the result.
 */
import type {
  CompensateStep,
  ExecuteStep,
  ProbeStep,
  StepInput,
  VerifyStep,
} from '../../machines/provisioning/provisioning.types.ts'
import type { Fact, Job } from './effect.ts'

export type StepJob = Job<StepInput>

export interface ResourceKind {
  /** Makes it, and answers with what later steps need. */
  execute(job: StepJob): Promise<Fact<ExecuteStep['output']>>
  /** Looks whether an attempt that gave no answer made it. */
  probe(job: StepJob): Promise<Fact<ProbeStep['output']>>
  /** Looks whether what was made holds. */
  verify(job: StepJob): Promise<Fact<VerifyStep['output']>>
  /** Takes it back. */
  compensate(job: StepJob): Promise<Fact<CompensateStep['output']>>
}
