/**
 * The life of a workspace through its API alone, as its owner lives it. Every step may be taken while the server dies and
 * comes back: it is asked for until it is done, under one id, and what was done already is found.
 */
import { createHash } from 'node:crypto'
import { day, passTime } from './clock.ts'
import { type Mail, mailsTo } from './mailbox.ts'
import { payForTeam } from './payer.ts'
import { idle, until } from './rows.ts'
import type { Server } from './server.ts'
import { visitor } from './visitor.ts'

export const colleagueOf = (email: string) => `ana.${email}`

/** A workspace, and what proves that one is its owner. */
export interface Life {
  readonly email: string
  readonly tenant: string
  readonly cookie: string
}

/** From the address to a paid workspace, entered. */
export async function signUp(home: Server, email: string): Promise<Life> {
  const mara = visitor(() => home.url, email)
  await mara.toPlans()
  await payForTeam(home, mara)
  const { action, token } = await mara.session.handOver()
  const entered = await postForm(home, new URL(action).pathname, { token })
  const cookie = entered.headers.getSetCookie()[0]!.split(';')[0]!
  const me = await fetch(`${home.url}/trpc/session.me`, { headers: { cookie } })
  const { tenants } = ((await me.json()) as { result: { data: { tenants: { id: string }[] } } }).result.data
  return { email, cookie, tenant: tenants[0]!.id }
}

/** A colleague is invited and joins. */
export async function shareWith(home: Server, life: Life): Promise<void> {
  const email = colleagueOf(life.email)
  const flow = await open(home, life, 'invitation', { email, role: 'developer' })
  const invited = await until(async () => (await mailsTo(home.url, email)).find(({ links }) => links.length > 0))
  const token = new URL(invited.links[0]!).searchParams.get('token')!
  await until(async () => {
    await postForm(home, '/invitation/accept', { token, name: 'Ana Reis', password: 'another horse battery' })
    return (await view(home, life, flow)).status === 'done'
  })
}

/** A project, a key, and some use that the product reports. */
export async function putToUse(home: Server, life: Life): Promise<void> {
  const { tenant } = life
  await call(home, life, 'tenant.createProject', { tenant, name: 'Winter catalogue' })
  const { key } = (await call(home, life, 'tenant.revealApiKey', { tenant })) as { key: string }
  const records = [{ meter: 'requests', quantity: 1234, key: 'first' }]
  const answer = await fetch(`${home.url}/v1/usage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ records }),
  })
  if (!answer.ok) throw new Error(`The use was answered ${answer.status}: ${await answer.text()}`)
}

/** The paid invoice, as the billing page reads it. */
export async function readInvoice(home: Server, life: Life): Promise<void> {
  await until(async () => {
    const { invoices } = (await ask(home, life, 'billing.summary', { tenant: life.tenant })) as Summary
    return invoices.some(({ status }) => status === 'paid')
  })
}
interface Summary {
  readonly invoices: readonly { readonly status: string }[]
}

/** Anthropic, by a key. */
export async function connect(home: Server, life: Life): Promise<void> {
  const flow = await open(home, life, 'integration', { kind: 'anthropic' })
  await act(home, life, flow, { type: 'credential.given', credential: 'sk-ant-sandbox-good' }, 'entering')
  await reaches(home, life, flow, /live/)
}

/** Everything, as one file that is what it says it is. Answers with its bytes. */
export async function takeOut(home: Server, life: Life): Promise<Buffer> {
  const { tenant } = life
  const flow = await open(home, life, 'export', {})
  const ready = await reaches(home, life, flow, /^"ready"$/)
  const { token } = (await call(home, life, 'export.download', { tenant, id: flow })) as { token: string }
  const file = await until(async () => {
    const answer = await postForm(home, '/exports/download', { token }, life.cookie)
    return answer.ok && Buffer.from(await answer.arrayBuffer())
  })
  const { sha256 } = (ready.context as { file: { sha256: string } }).file
  if (createHash('sha256').update(file).digest('hex') !== sha256) throw new Error('The export is not what it says.')
  return file
}

/** The workspace is closed now; thirty days to come back begin. Answers with the leaving. */
export async function close(home: Server, life: Life): Promise<string> {
  const flow = await open(home, life, 'offboarding', {})
  await reaches(home, life, flow, /reason/)
  await act(home, life, flow, { type: 'reason.skipped' }, 'reason')
  await act(home, life, flow, { type: 'leaving.confirmed', name: 'Fernhill Studio', when: 'now' }, 'confirming')
  await reaches(home, life, flow, /retrieval/)
  return flow
}

/** Days between the notices, and what each says. */
export const notices = [
  [16, 'is deleted in 14 days'],
  [11, 'is deleted in 3 days'],
  [2, 'is deleted in 1 day'],
  [1, 'is closed and deleted'],
] as const

/** Waits until somebody was told. */
export const told = (home: Server, { email }: Pick<Life, 'email'>, words: string): Promise<Mail> =>
  until(async () => (await mailsTo(home.url, email)).find(({ subject }) => subject.includes(words)))

/** Thirty days pass, each with its notice, to the last mail. Answers with the certificate's number. */
export async function passAway(home: Server, life: Life, pass = passTime): Promise<string> {
  for (const [days, words] of notices) {
    await pass(home, days * day)
    await told(home, life, words)
    // a mail may be out before its chart knows: the next time is counted from when it does
    await idle(home)
  }
  return certificateOf(home, life)
}

/** The number in the last mail, once the certificate behind it was found whole. */
export async function certificateOf(home: Server, life: Pick<Life, 'email'>): Promise<string> {
  const goodbye = await told(home, life, 'is closed and deleted')
  const path = new URL(goodbye.links[0]!).pathname
  const page = await until(async () => {
    const answer = await fetch(`${home.url}${path}`)
    return answer.ok && answer.text()
  })
  if (!page.includes('The signature is ours')) throw new Error(`${path} is no certificate of ours.`)
  return path.split('/').at(-1)!
}

type Event = { readonly type: string } & Readonly<Record<string, unknown>>

interface View {
  readonly value: unknown
  readonly status: string
  readonly context: unknown
}

/** Starts a flow, once. */
async function open(home: Server, life: Life, machine: string, input: object): Promise<string> {
  const asked = { tenant: life.tenant, machine, input, startId: crypto.randomUUID() }
  return ((await call(home, life, 'flow.open', asked)) as { id: string }).id
}

/** Sends an event under one id until the flow has left the state it was sent in. */
async function act(home: Server, life: Life, id: string, event: Event, leaves: string): Promise<void> {
  const eventId = crypto.randomUUID()
  await until(async () => {
    await call(home, life, 'flow.send', { id, event, eventId })
    return !JSON.stringify((await view(home, life, id)).value).includes(leaves)
  })
}

const view = async (home: Server, life: Life, id: string) => (await ask(home, life, 'flow.view', { id })) as View

const reaches = (home: Server, life: Life, id: string, value: RegExp): Promise<View> =>
  until(async () => {
    const seen = await view(home, life, id)
    return value.test(JSON.stringify(seen.value)) && seen
  })

/** Calls until there is an answer. What it refuses is a mistake of the test. */
const call = (home: Server, { cookie }: Life, procedure: string, input: object): Promise<unknown> =>
  answered(() =>
    fetch(`${home.url}/trpc/${procedure}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    }),
  )
const ask = (home: Server, { cookie }: Life, procedure: string, input: object): Promise<unknown> =>
  answered(() =>
    fetch(`${home.url}/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`, { headers: { cookie } }),
  )

async function answered(send: () => Promise<Response>): Promise<unknown> {
  const { status, body } = await until(async () => {
    const answer = await send()
    return answer.status < 500 && { status: answer.status, body: await answer.text() }
  })
  if (status !== 200) throw new Error(`It was answered ${status}: ${body}`)
  return (JSON.parse(body) as { result: { data?: unknown } }).result.data
}

const postForm = (home: Server, path: string, fields: Record<string, string>, cookie = ''): Promise<Response> =>
  fetch(`${home.url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: home.url, cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })
