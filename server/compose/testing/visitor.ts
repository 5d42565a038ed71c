/** A visitor of the sign-up: what their page sends, and where it stands. */
import { leavesIn } from '../../../machines/kit/state-value.ts'
import type { Answer } from '../../engine/answer.ts'
import type { View } from '../../engine/view.ts'
import { call, type Proof } from './calls.ts'
import type { InProcess } from './in-process.ts'
import { codeIn, newestMail } from './mails.ts'

type Event = { readonly type: string } & Readonly<Record<string, unknown>>
export interface Sent {
  readonly outcome: Answer
  readonly view: View
}

export const person = { name: 'Mara Lindqvist', company: 'Fernhill Studio', role: 'developer' } as const
export const password = 'correct horse battery'

/** How far a visitor is taken. Each stage is where the one before leads when nothing goes wrong. */
export const stages = ['address', 'verifying', 'profile', 'plan', 'ready'] as const
export type Stage = (typeof stages)[number]

export type Visitor = Awaited<ReturnType<typeof newVisitor>>

let visitors = 0

/** Starts a flow; nothing has been sent to it yet. */
export async function newVisitor(server: InProcess, email = `mara-${++visitors}@fernhill.studio`) {
  // the clock stands still, and an address's newest mail is told by its time
  server.clock.advance(1)
  const input = { embeddingKey: 'pk_demo', locale: 'en' }
  const { data } = await call(server, 'flow.start', { machine: 'onboarding', input })
  const { id, token, resume } = data as { id: string; token: string; resume: string }
  const proof: Proof = { token }
  let sent = 0

  /** Sends an event and answers with what became of it. */
  async function send(event: Event, more: { eventId?: string; ifSeq?: number } = {}): Promise<Sent> {
    const { eventId = `event-${++sent}`, ifSeq } = more
    const answer = await call(server, 'flow.send', { id, event, eventId, ...(ifSeq !== undefined && { ifSeq }) }, proof)
    if (answer.status !== 200) throw new Error(`${event.type} was answered ${answer.status}: ${answer.body}`)
    return answer.data as Sent
  }
  /** Sends an event that must be taken, lets everything happen that follows, and answers with where that leads. */
  async function act(event: Event): Promise<View> {
    const { outcome } = await send(event)
    if (outcome.status !== 'accepted') throw new Error(`${event.type} was ${JSON.stringify(outcome)}.`)
    await server.settle()
    return view()
  }
  const view = async () => (await call(server, 'flow.view', { id }, proof)).data as View
  const code = async () => codeIn(await newestMail(server, email))

  const acts: Record<Stage, () => Promise<unknown>> = {
    address: async () => {},
    verifying: () => act({ type: 'address.submitted', email }),
    profile: async () => act({ type: 'code.typed', code: await code() }),
    plan: () => act({ type: 'profile.saved', ...person, password }),
    ready: () => act({ type: 'plan.chosen', plan: 'free' }),
  }
  return {
    id,
    email,
    resume,
    proof,
    send,
    act,
    view,
    code,
    /** The states it is in, as paths, e.g. `signUp.address`. */
    where: async () => leavesIn((await view()).value),
    async walkTo(stage: Stage): Promise<View> {
      for (const one of stages.slice(0, stages.indexOf(stage) + 1)) await acts[one]()
      return view()
    },
  }
}

/** A visitor taken as far as `stage`. */
export async function visitorAt(server: InProcess, stage: Stage, email?: string): Promise<Visitor> {
  const visitor = await newVisitor(server, email)
  await visitor.walkTo(stage)
  return visitor
}
