/** Our server as the widget's connection knows it: answers to `fetch`, and what it was asked. */
import { vi } from 'vitest'
import type { View } from '../wire.ts'

export interface Asked {
  readonly procedure: string
  readonly input: Readonly<Record<string, unknown>>
  readonly authorization: string | null
  readonly url: string
}
type Answer = (asked: Asked) => Response | Promise<Response>

export const viewAt = (seq: number, more: Partial<View> = {}): View => ({
  id: 'onb_1',
  machine: { id: 'onboarding', version: '1' },
  seq,
  at: seq,
  now: seq,
  value: { signUp: 'address' },
  status: 'active',
  tags: [],
  context: {},
  enabled: [],
  timers: [],
  effects: [],
  children: [],
  problem: null,
  ...more,
})

/** What the API says. */
export const says = (data: unknown): Response => Response.json({ result: { data } })
export const refuses = (httpStatus: number, reason: string | null = null): Response =>
  Response.json(
    { error: { message: 'no', code: -32_000, data: { code: 'X', httpStatus, reason } } },
    { status: httpStatus },
  )
/** What our server says before the API is asked: too often, too much. */
export const limits = (status: number): Response =>
  Response.json({ error: { code: 'rate.limited', message: 'no' } }, { status })
/** What somebody before our server says: a proxy, a hotel's log-in page. */
export const saysItself = (status: number): Response =>
  new Response('<html></html>', { status, headers: { 'content-type': 'text/html' } })
/** Nobody is there. */
export const away = (): never => {
  throw new TypeError('fetch failed')
}

const never: Answer = () => new Promise(() => {})

/** Takes the place of `fetch` until `vi.unstubAllGlobals()`. Answers are looked up by procedure at each call. */
export function fakeApi(answers: Record<string, Answer> = {}) {
  const asked: Asked[] = []
  const api: Record<string, Answer> = {
    'flow.start': () => says({ id: 'onb_1', token: 'flow-1', resume: 'resume-1', view: viewAt(1) }),
    'flow.resume': () => says({ id: 'onb_1', token: 'flow-2', view: viewAt(5) }),
    'flow.send': () => says({ outcome: { status: 'accepted', seq: 2 }, view: viewAt(2) }),
    'flow.handOver': () => says({ action: 'http://tenure.test/portal/enter', token: 'hand-off-1' }),
    'flow.watch': never,
    ...answers,
  }
  vi.stubGlobal('fetch', async (address: string | URL, init: RequestInit = {}) => {
    const url = new URL(String(address), 'http://tenure.test')
    const procedure = url.pathname.replace('/trpc/', '')
    const text = init.body ?? url.searchParams.get('input') ?? '{}'
    const one = {
      procedure,
      input: JSON.parse(String(text)) as Asked['input'],
      authorization: new Headers(init.headers).get('authorization'),
      url: url.href,
    }
    asked.push(one)
    return api[procedure]!(one)
  })
  return {
    asked,
    /** What a procedure was asked, in order. */
    askedOf: (procedure: string) => asked.filter((one) => one.procedure === procedure),
    /** Answers differently from now on. */
    answer(procedure: string, answer: Answer) {
      api[procedure] = answer
    },
  }
}

/** A page somebody looks at, or not. */
export function fakePage(state: 'visible' | 'hidden' = 'visible') {
  const page = Object.assign(new EventTarget(), { visibilityState: state })
  let listeners = 0
  const { addEventListener, removeEventListener } = page
  page.addEventListener = (...args: Parameters<typeof addEventListener>) => {
    listeners++
    addEventListener.apply(page, args)
  }
  page.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
    listeners--
    removeEventListener.apply(page, args)
  }
  vi.stubGlobal('document', page)
  return {
    listeners: () => listeners,
    turn(next: 'visible' | 'hidden') {
      page.visibilityState = next
      page.dispatchEvent(new Event('visibilitychange'))
    },
  }
}

/** A shelf in memory. */
export function fakeShelf(kept: string | null = null) {
  const shelf = {
    kept,
    read: () => shelf.kept,
    write(token: string | null) {
      shelf.kept = token
    },
  }
  return shelf
}
