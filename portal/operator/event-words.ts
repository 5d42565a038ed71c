/** Events as an operator reads them: XState's own names in plain words. */
import { causeOf } from '../../machines/kit/event-types.ts'

export function eventWords(type: string): string {
  if (type === 'xstate.init') return 'began'
  if (type === 'xstate.stop') return 'stopped by the chart that began it'
  return causeOf(type, (delay) => `timer ${delay}`).label
}
