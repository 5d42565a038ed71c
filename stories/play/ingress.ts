/**
 * The way in for what a screen sends, as the server keeps it: the event's own schema, the policy, and the exchange of
 * secrets. A typed code is right when it is the one the player shows; nothing else about it is decided here.
 */
import type { CallerKind, Flow } from '../../machines/kit/flow.ts'
import { secretFields } from '../../machines/kit/secret.ts'
import type { Told } from '../../machines/kit/walk.ts'
import { type ProblemCode, toProblem } from '../../machines/vocabulary/problems.ts'

/** The six digits every mail of a story holds. */
export const RIGHT_CODE = '418302'

export type Admission =
  | { readonly admitted: Told }
  | { readonly problems: Readonly<Record<string, ProblemCode>> }
  | { readonly refused: ProblemCode }

export function admit({ events, policy }: Flow, caller: CallerKind, event: Told): Admission {
  const schema = Object.hasOwn(events, event.type) ? events[event.type] : undefined
  if (!schema || !policy[event.type]?.includes(caller)) return { refused: 'unknown' }
  const parsed = schema.safeParse(event)
  if (!parsed.success)
    return {
      problems: Object.fromEntries(
        parsed.error.issues.map(({ path, message }) => [String(path[0]), toProblem(message)]),
      ),
    }
  return { admitted: exchanged(parsed.data as Told, secretFields(schema)) }
}

function exchanged(event: Told, secrets: ReturnType<typeof secretFields>): Told {
  let safe = event
  for (const [field, kind] of Object.entries(secrets)) {
    const { [field]: value, ...rest } = safe
    if (value === undefined) continue
    if (kind === 'code') return { type: value === RIGHT_CODE ? 'code.accepted' : 'code.rejected' }
    safe = { ...rest, [kind === 'password' ? 'passwordRef' : `${field}Ref`]: `${kind}_1` } as Told
  }
  return safe
}
