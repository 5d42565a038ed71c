/** What stands in the frame's first script for the charts an onboarding invokes. `vite.frame.config.ts` says why. */
import { fromPromise } from 'xstate'

const inert = fromPromise(() => new Promise(() => {}))
export { inert as paymentMachine, inert as provisioningMachine }
