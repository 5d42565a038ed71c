/** What the records refuse reaches the person as a problem, by its code, and not as a failure of ours. */
import { Refusal } from '../records/refusal.ts'
import { Problem } from './trpc.ts'

type Written = { readonly result: 'written' } | { readonly result: 'refused'; readonly code: string }

const messages: Readonly<Record<string, string>> = {
  conflict: 'Somebody changed this meanwhile. Look at it again, then go on.',
  'apiKey.limit': 'The workspace has as many keys as it may. Revoke one that is not used any more.',
  'apiKey.absent': 'There is no such key in this workspace. It may have been revoked.',
}
const problemOf = (code: string) =>
  new Problem('CONFLICT', code, messages[code] ?? `The workspace does not allow this now: ${code}.`)

/** Awaits a change. Throws a `Problem` where it is refused, whichever way the record says so. */
export async function orProblem<T>(change: Promise<T | Written>): Promise<T> {
  try {
    const result = await change
    if (isRefused(result)) throw problemOf(result.code)
    return result as T
  } catch (error) {
    throw error instanceof Refusal ? problemOf(error.code) : error
  }
}

const isRefused = (result: unknown): result is { result: 'refused'; code: string } =>
  typeof result === 'object' && result !== null && 'result' in result && result.result === 'refused'
