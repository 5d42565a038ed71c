import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CardForm } from '../client/wire.ts'
import type { openProvider as Open } from './provider.ts'

/** A page that takes scripts, and tells how each of them ended. */
function page() {
  const scripts: (EventTarget & { src: string; dataset: Record<string, string>; removed?: boolean })[] = []
  const createElement = () =>
    Object.assign(new EventTarget(), {
      src: '',
      dataset: {},
      remove(this: { removed?: boolean }) {
        this.removed = true
      },
    })
  vi.stubGlobal('document', { createElement, head: { append: (one: (typeof scripts)[number]) => scripts.push(one) } })
  const made: string[] = []
  vi.stubGlobal('window', {})
  return {
    scripts,
    made,
    comes() {
      const Stripe = Object.assign((key: string) => made.push(key) && { key }, { version: 'endive' })
      vi.stubGlobal('window', { Stripe })
      scripts.at(-1)!.dispatchEvent(new Event('load'))
    },
    fails: () => scripts.at(-1)!.dispatchEvent(new Event('error')),
  }
}

const form: CardForm = {
  publishableKey: 'pk_test_1',
  clientSecret: 'seti_1_secret_2',
  kind: 'setup',
  standIn: { script: '/sandbox/stripe.js', api: 'http://127.0.0.1:4001' },
}
let openProvider: typeof Open
beforeEach(async () => {
  // what is loaded is kept for the life of a page
  vi.resetModules()
  ;({ openProvider } = await import('./provider.ts'))
})
afterEach(() => void vi.unstubAllGlobals())

describe('the provider’s script', () => {
  it('of the sandbox is told where its API is, and is there before Stripe is asked for', async () => {
    const { scripts, made, comes } = page()
    const opened = openProvider(form)
    expect(scripts).toMatchObject([{ src: '/sandbox/stripe.js', dataset: { api: 'http://127.0.0.1:4001' } }])
    expect(made).toEqual([])
    comes()
    expect(await opened).toEqual({ key: 'pk_test_1' })
  })

  it('is loaded once, however often a form is asked for', async () => {
    const { scripts, comes } = page()
    const opened = [openProvider(form), openProvider({ ...form, clientSecret: 'seti_3_secret_4' })]
    comes()
    const [first, second] = await Promise.all(opened)
    expect(first).toBe(second)
    expect(scripts).toHaveLength(1)
  })

  it('that did not come is taken out again, and asked for anew', async () => {
    const { scripts, comes, fails } = page()
    const first = openProvider(form)
    fails()
    await expect(first).rejects.toThrow('/sandbox/stripe.js')
    expect(scripts[0]!.removed).toBe(true)
    const second = openProvider(form)
    comes()
    expect(await second).toEqual({ key: 'pk_test_1' })
  })
})
