/** A visitor without a browser: the widget's own connection, which sends again while the server is away. */
import { openSession, type Session } from '../../widget/client/session.ts'
import type { View } from '../../widget/client/wire.ts'
import { codeIn, mailTo } from './mailbox.ts'

export interface Visitor {
  readonly email: string
  readonly session: Session
  send(event: { type: string } & Record<string, unknown>): Promise<View>
  /** Waits until the sign-up stands in a state whose value, as JSON, matches. */
  reaches(value: RegExp): Promise<View>
  /** Walks from the address to the plans. */
  toPlans(): Promise<View>
  /** Walks the whole way from the address to a free workspace that is ready. */
  signUp(): Promise<View>
  /** What its browser keeps; null before the first event. */
  resumeToken(): string | null
}

const PATIENCE_MS = 60_000

/** `resume`: what the browser of an earlier visit kept. */
export function visitor(url: () => string, email: string, kept: string | null = null): Visitor {
  let resume = kept
  const shelf = { read: () => resume, write: (token: string | null) => void (resume = token) }
  const session = openSession({
    base: url(),
    machine: 'onboarding',
    input: { embeddingKey: 'pk_demo', locale: 'en' },
    shelf,
  })

  /** Sent under one id until there is an answer, however often the server dies meanwhile. */
  async function send(event: { type: string } & Record<string, unknown>): Promise<View> {
    const eventId = crypto.randomUUID()
    const { outcome, view } = await untilAnswered(() => session.send(event, eventId))
    if (outcome.status !== 'accepted') throw new Error(`${event.type} was ${JSON.stringify(outcome)}.`)
    return view
  }

  async function reaches(value: RegExp): Promise<View> {
    const until = Date.now() + PATIENCE_MS
    let view: View | null = null
    while (Date.now() < until) {
      view = await untilAnswered(() => session.resume())
      if (view && value.test(JSON.stringify(view.value))) return view
      await new Promise((done) => setTimeout(done, 25))
    }
    throw new Error(`${email} did not reach ${value}; it is in ${JSON.stringify(view?.value)}.`)
  }

  async function toPlans(): Promise<View> {
    await send({ type: 'address.submitted', email })
    await reaches(/verifying/)
    await send({ type: 'code.typed', code: codeIn(await mailTo(url(), email, /is your Tenure code/)) })
    await reaches(/"profile"/)
    await send({
      type: 'profile.saved',
      name: 'Mara Lindqvist',
      company: 'Fernhill Studio',
      role: 'developer',
      password: 'correct horse battery',
    })
    return reaches(/"plan"/)
  }

  async function signUp(): Promise<View> {
    await toPlans()
    await send({ type: 'plan.chosen', plan: 'free' })
    return reaches(/ready/)
  }
  return { email, session, send, reaches, toPlans, signUp, resumeToken: () => resume }
}

/** Asks again while the server is away. */
export async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  const until = Date.now() + PATIENCE_MS
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (Date.now() > until) throw error
      await new Promise((done) => setTimeout(done, 50))
    }
  }
}
