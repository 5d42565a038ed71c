/** Who accepts: the session, a password that is right, or a new account. */
import type { FastifyRequest } from 'fastify'
import { passwordSchema } from '../../machines/onboarding/onboarding.events.ts'
import { nameSchema } from '../../machines/vocabulary/people.ts'
import { textOf } from './fields.ts'
import type { Open } from './invitation-look.ts'
import { newAccountPage, signInToJoinPage } from './pages/invitation.ts'
import type { HttpPorts } from './ports.ts'
import { headersOf } from './web-request.ts'

export type Person =
  | {
      /** What the event says of them. A password is exchanged before any chart hears of it. */
      readonly event: { readonly userId: string } | { readonly name: string; readonly password: string }
      /** Of a session that began here. */
      readonly cookies: readonly string[]
      readonly isNew: boolean
    }
  /** What was typed will not do. */
  | { readonly page: string; readonly status: number }

export async function personFrom(ports: HttpPorts, open: Open, request: FastifyRequest): Promise<Person> {
  if (open.signedIn) return { event: { userId: open.signedIn.userId }, cookies: [], isNew: false }
  return open.hasAccount ? bySigningIn(ports, open, request) : byMakingAnAccount(open, request)
}

const nameProblems: Readonly<Record<string, string>> = {
  'profile.name.missing': 'Your name is missing. Your team sees it; type it as you write it.',
  'name.tooLong': 'The name is longer than 80 characters. Shorten it.',
  'name.unreadable': 'The name has signs that cannot be shown. Type it instead of pasting it.',
  'profile.password.weak': 'The password is shorter than 10 characters. Choose a longer one.',
  'profile.password.tooLong': 'The password is longer than 200 characters. Choose a shorter one.',
}

function byMakingAnAccount({ invitation }: Open, { body }: FastifyRequest): Person {
  const typed = textOf(body, 'name') ?? ''
  const name = nameSchema('profile.name.missing').safeParse(typed)
  const password = passwordSchema.safeParse(textOf(body, 'password') ?? '')
  if (name.success && password.success)
    return { event: { name: name.data, password: password.data }, cookies: [], isNew: true }
  const code = (name.error ?? password.error)?.issues[0]?.message ?? ''
  return { page: newAccountPage(invitation, typed, nameProblems[code] ?? code), status: 422 }
}

/** By better-auth itself, with its limits: a link is no way to guess at passwords. */
async function bySigningIn(ports: HttpPorts, { invitation }: Open, request: FastifyRequest): Promise<Person> {
  const headers = headersOf(request)
  for (const name of ['cookie', 'content-length', 'transfer-encoding']) headers.delete(name)
  headers.set('content-type', 'application/json')
  const password = textOf(request.body, 'password') ?? ''
  const body = JSON.stringify({ email: invitation.email, password })
  const address = new URL('/api/auth/sign-in/email', ports.publicUrl)
  const answer = await ports.sessions.handler(new Request(address, { method: 'POST', headers, body }))
  const userId = answer.ok ? await ports.sessions.accountOf(invitation.email) : null
  if (userId !== null) return { event: { userId }, cookies: answer.headers.getSetCookie(), isNew: false }
  const problem =
    answer.status === 429
      ? 'That was too many tries in a row. Wait a quarter of an hour, or sign in with a code by mail.'
      : 'The password does not match this address. Type it again, or sign in with a code by mail.'
  return { page: signInToJoinPage(invitation, problem), status: answer.status === 429 ? 429 : 401 }
}
