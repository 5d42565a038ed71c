/** Somebody who leaves from a product's own page: not signed in, but known by a code from their mailbox. */
import { call, type Proof } from './calls.ts'
import type { InProcess } from './in-process.ts'
import { codeIn, newestMail } from './mails.ts'

/** A sign-in whose code was right, and that nobody has used. */
export async function provedAddress(server: InProcess, email: string) {
  server.clock.advance(1)
  const { data } = await call(server, 'flow.start', { machine: 'signIn', input: { email, locale: 'en' } })
  const { id, token } = data as { id: string; token: string }
  await server.settle()
  const event = { type: 'code.typed', code: codeIn(await newestMail(server, email)) }
  await call(server, 'flow.send', { id, event, eventId: crypto.randomUUID() }, { token })
  return { id, proof: { token } }
}

/** What speaks for them in their only workspace, and in nothing but its leaving. */
export async function leaver(server: InProcess, email: string): Promise<Proof> {
  const { id, proof } = await provedAddress(server, email)
  const { data, body } = await call(server, 'flow.leave', { id }, proof)
  const { entered } = data as { entered: { token: string } | null }
  if (!entered) throw new Error(`Nothing was entered: ${body}`)
  return { token: entered.token }
}
