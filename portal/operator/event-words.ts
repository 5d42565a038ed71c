/** Events as an operator reads them: XState's own names in plain words. */

const after = /^xstate\.after\.([^.]+)\./
const answer = /^xstate\.(done|error)\.actor\.(.+)$/

export function eventWords(type: string): string {
  if (type === 'xstate.init') return 'began'
  if (type === 'xstate.stop') return 'stopped by the chart that began it'
  const delay = after.exec(type)?.[1]
  if (delay !== undefined) return `timer ${delay}`
  const [, how, invoke] = answer.exec(type) ?? []
  if (invoke !== undefined) return `${invoke} ${how === 'done' ? 'done' : 'failed'}`
  return type === '' ? 'at once' : type
}
