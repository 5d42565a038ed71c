/**
 * The four effects of a provisioning run: each finds the kind its step names and lets it make one attempt.
 *
 * Around it stands the ledger: a row says `intended` on disk before anything is made, `present` in the commit of the
 * result, `released` in the commit of the taking back. So there is never a resource without a row.
 */
import {
  type CompensateStep,
  type ExecuteStep,
  type ProbeStep,
  type ProvisioningInput,
  type StepInput,
  type StepKey,
  lastEssential,
  type VerifyStep,
} from '../../../machines/provisioning/provisioning.types.ts'
import type { Write } from '../../records/query.ts'
import { Refusal } from '../../records/refusal.ts'
import type { Ledger } from '../../records/tenants/ledger.ts'
import { EffectError, type Fact, type Perform } from '../effect.ts'
import type { ResourceKind, StepJob } from '../resource.ts'
import { type Faults, noFaults, type StepPhase } from './faults.ts'

export interface ProvisioningParts {
  readonly kinds: Readonly<Record<StepKey, ResourceKind>>
  readonly ledger: Pick<Ledger, 'intend' | 'present' | 'release'>
  /** Commits with the last essential step: from here on everything ordered is there. */
  readonly completed: (order: ProvisioningInput) => readonly Write[]
  readonly faults?: Faults
}

export interface ProvisioningEffects {
  readonly executeStep: Perform<ExecuteStep>
  readonly probeStep: Perform<ProbeStep>
  readonly verifyStep: Perform<VerifyStep>
  readonly compensateStep: Perform<CompensateStep>
}

export function provisioningEffects({
  kinds,
  ledger,
  completed,
  faults = noFaults,
}: ProvisioningParts): ProvisioningEffects {
  const attempt = <Output>(phase: StepPhase, job: StepJob): Promise<Fact<Output>> =>
    translated(async () => {
      await faults.before(job.input.step, phase)
      const fact = (await kinds[job.input.step][phase](job)) as Fact<Output>
      await faults.after?.(job.input.step, phase)
      return fact
    })
  const whole = ({ step, order }: StepInput) => (step === lastEssential ? completed(order) : [])

  return {
    async executeStep(job) {
      const { identity, input } = job
      await ledger.intend({ identity, tenant: input.order.tenantId, kind: input.step })
      const { output, writes = [] } = await attempt<ExecuteStep['output']>('execute', job)
      return { output, writes: [...writes, ledger.present(identity, output)] }
    },

    async probeStep(job) {
      const { output, writes = [] } = await attempt<ProbeStep['output']>('probe', job)
      if (output.found !== 'present') return { output, writes }
      // found whole, a step is adopted without being verified
      return { output, writes: [...writes, ledger.present(job.identity, output.facts), ...whole(job.input)] }
    },

    async verifyStep(job) {
      const { output, writes = [] } = await attempt<VerifyStep['output']>('verify', job)
      return { output, writes: output.sound ? [...writes, ...whole(job.input)] : writes }
    },

    async compensateStep(job) {
      const { output, writes = [] } = await attempt<CompensateStep['output']>('compensate', job)
      return { output, writes: [...writes, ledger.release(job.identity)] }
    },
  }
}

/** What a record refuses fails the attempt with the record's own code. */
async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal) throw new EffectError(error.code, error.message)
    throw error
  }
}
