/** A team in the real server: its owner, whom it invites, and what they do with the link. */
import { tenantIdOf } from '../../../machines/onboarding/onboarding.actions.ts'
import type { MemberRole } from '../../../machines/vocabulary/people.ts'
import type { View } from '../../engine/view.ts'
import { call, type Proof, proofHeaders } from './calls.ts'
import type { InProcess } from './in-process.ts'
import { newestMail, tokenIn } from './mails.ts'
import { cookieFor } from './members.ts'
import { visitorAt } from './visitor.ts'

export const newcomer = { name: 'Ana Reis', password: 'another horse battery' }

export interface Answered {
  readonly status: number
  readonly body: string
  readonly location: string | null
  /** Proves who the browser is from now on; no cookie came when it has none. */
  readonly proof: Proof
}
export type Team = Awaited<ReturnType<typeof team>>

let sent = 0

/** A new workspace with room for `seats`. */
export async function team(server: InProcess, seats = 5) {
  const visitor = await visitorAt(server, 'ready')
  const tenant = tenantIdOf(visitor.id)
  const owner = await cookieFor(server, visitor.email)
  await setSeats(seats)

  async function setSeats(count: number) {
    const set = { sql: 'update tenant set seats = ? where id = ?', parameters: [count, tenant], code: 'seats' }
    await server.database.connection.write([set])
  }
  const open = (email: string, role: MemberRole = 'member', by = owner) => {
    const input = { tenant, machine: 'invitation', input: { email, role }, startId: crypto.randomUUID() }
    return call(server, 'flow.open', input, by)
  }
  const link = async (email: string) => tokenIn(await newestMail(server, email))
  async function invite(email: string, role?: MemberRole) {
    // the clock stands still, and an address's newest mail is told by its time
    server.clock.advance(1)
    const { data } = await open(email, role)
    await server.settle()
    return { id: (data as { id: string }).id, email, token: await link(email) }
  }
  const send = (id: string, type: string, by = owner) =>
    call(server, 'flow.send', { id, event: { type }, eventId: `team-${++sent}` }, by)
  const view = async (id: string) => (await server.engine.view(id, 'system')) as View
  /** The user of an address. */
  const userOf = async (email: string) => (await server.identity.accounts.byEmail(email))!.userId
  const list = async (by = owner) => (await call(server, 'team.list', { tenant }, by)).data as TeamList
  /** Somebody new, from the mail to the seat. */
  async function join(email: string, role?: MemberRole) {
    const { token } = await invite(email, role)
    const { proof } = await press(server, 'accept', { token, ...newcomer })
    return { proof, userId: await userOf(email), email }
  }
  return {
    server,
    tenant,
    owner,
    ownerEmail: visitor.email,
    setSeats,
    open,
    invite,
    link,
    send,
    view,
    userOf,
    list,
    join,
  }
}

export interface TeamList {
  readonly members: readonly { readonly userId: string; readonly email: string; readonly role: MemberRole }[]
  readonly invitations: readonly { readonly view: View }[]
  readonly seats: { readonly used: number; readonly held: number; readonly all: number }
}

/** Opens a mailed link. */
export async function look(server: InProcess, token: string, proof: Proof = {}): Promise<Answered> {
  const url = `/invitation?token=${encodeURIComponent(token)}`
  return answered(await server.app.inject({ url, headers: proofHeaders(proof) }), proof)
}

/** Presses a button of its page. */
export async function press(
  server: InProcess,
  button: 'accept' | 'decline' | 'again' | 'sign-out',
  fields: Readonly<Record<string, string>>,
  proof: Proof = {},
  origin = server.config.publicUrl,
): Promise<Answered> {
  const headers = { ...proofHeaders(proof), origin, 'content-type': 'application/x-www-form-urlencoded' }
  const body = new URLSearchParams(fields).toString()
  return answered(await server.app.inject({ method: 'POST', url: `/invitation/${button}`, headers, body }), proof)
}

interface Injected {
  readonly statusCode: number
  readonly body: string
  readonly headers: Readonly<Record<string, unknown>>
}
function answered({ statusCode, body, headers }: Injected, before: Proof): Answered {
  const cookies = [headers['set-cookie'] ?? []].flat() as string[]
  const cookie = cookies.map((one) => one.split(';')[0]).join('; ')
  const location = typeof headers['location'] === 'string' ? headers['location'] : null
  return { status: statusCode, body, location, proof: cookie === '' ? before : { cookie } }
}
