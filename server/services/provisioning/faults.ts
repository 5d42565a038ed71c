/** Lets tests and the sandbox make a step fail, hang or take long. There are none unless somebody hands them in. */
import type { StepKey } from '../../../machines/provisioning/provisioning.types.ts'

export type StepPhase = 'execute' | 'probe' | 'verify' | 'compensate'

export interface Faults {
  /** Called before each attempt. What it throws, the attempt fails with; while it is pending, the attempt hangs. */
  before(step: StepKey, phase: StepPhase): Promise<void> | void
  /** Called after an attempt that went well, before it is reported. */
  after?(step: StepKey, phase: StepPhase): Promise<void> | void
}

export const noFaults: Faults = { before() {} }
