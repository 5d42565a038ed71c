/** What the inspector's window is told of a view, and what of it never leaves the page. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMachine } from 'xstate'
import { type InProcess, inProcess } from '../../server/compose/testing/in-process.ts'
import { payer } from '../../server/compose/testing/payer.ts'
import { newVisitor } from '../../server/compose/testing/visitor.ts'
import type { View } from '../../server/engine/view.ts'
import { viewAt } from '../client/testing/fake-api.ts'
import type { View as Wired } from '../client/wire.ts'
import { messagesOf, type Place } from './messages.ts'

const typed = {
  email: 'canary@birdhouse.example',
  name: 'Canary Yellowfeather',
  company: 'Birdhouse of Canaries',
  password: 'canary-password-sings-at-dawn',
}

let server: InProcess
let views: View[]
let payment: View
/** Everything a page is shown on the way to the card form, where its person has typed all they will. */
beforeAll(async () => {
  server = await inProcess()
  const visitor = await newVisitor(server, typed.email)
  const { email: _, ...profile } = typed
  views = [
    await visitor.walkTo('profile'),
    await visitor.act({ type: 'profile.saved', role: 'developer', ...profile }),
    await visitor.act({ type: 'plan.chosen', plan: 'team', interval: 'month' }),
  ]
  payment = await payer(server, visitor).payment()
})
afterAll(() => server.end())

/** As it comes over the wire. */
const says = (view: View, place: Place) => messagesOf(structuredClone(view) as Wired, place)
const root = () => views[0]!.id
const told = () => [
  ...views.flatMap((view, index) => says(view, { rootId: root(), parentId: undefined, isNew: index === 0 })),
  ...says(payment, { rootId: root(), parentId: root(), isNew: true }),
]

describe('what a view says to an inspector', () => {
  it('is who this is, once, and then that it moved and where to', () => {
    const types = told().map(({ type, sessionId }) => `${type.replace('@xstate.', '')} ${sessionId === root()}`)
    expect(types.slice(0, 5)).toEqual(['actor true', 'event true', 'snapshot true', 'event true', 'snapshot true'])
    expect(types.slice(-3)).toEqual(['actor false', 'event false', 'snapshot false'])
  })

  it('holds where the flow stands, and names the flows it invoked', () => {
    const last = says(views.at(-1)!, { rootId: root(), parentId: undefined, isNew: false }).at(-1)
    expect(last).toMatchObject({
      type: '@xstate.snapshot',
      _version: '0.7.2',
      sessionId: root(),
      event: { type: 'view.changed', seq: views.at(-1)!.seq },
      snapshot: { status: 'active', value: views.at(-1)!.value, children: { payment: {} } },
    })
    expect(JSON.stringify(last)).toContain('"step":"payment"')
  })

  it('brings the chart of every flow a visitor has a view of', () => {
    const actors = told().flatMap((message) => (message.type === '@xstate.actor' ? [message] : []))
    expect(actors.map(({ name, parentId }) => [name, parentId])).toEqual([
      ['onboarding', undefined],
      ['payment', root()],
    ])
    for (const { definition } of actors) {
      const { states } = createMachine(JSON.parse(definition!)).root
      expect(Object.keys(states).length).toBeGreaterThan(2)
    }
  })

  it('draws nothing for a version whose chart is not here', () => {
    const [actor] = messagesOf(viewAt(1, { machine: { id: 'onboarding', version: '99' } }), {
      rootId: 'onb_1',
      parentId: undefined,
      isNew: true,
    })
    expect(actor).toMatchObject({ definition: '{"id":"onboarding"}' })
  })

  it('holds nothing a person typed, although the page is shown it', () => {
    expect(JSON.stringify(views)).toContain(typed.email)
    expect(JSON.stringify(views)).toContain(typed.company)
    const text = JSON.stringify(told())
    expect(text).toContain('•••')
    expect(text).not.toMatch(/canary|birdhouse|yellowfeather|cred_/i)
  })
})
