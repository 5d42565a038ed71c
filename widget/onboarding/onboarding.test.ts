import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { after } from '../../machines/kit/walk.ts'
import { input, onboardingFixtures } from '../../machines/onboarding/onboarding.fixtures.ts'
import { onboardingMachine } from '../../machines/onboarding/onboarding.machine.ts'
import { type InProcess, inProcess } from '../../server/compose/testing/in-process.ts'
import { newVisitor } from '../../server/compose/testing/visitor.ts'
import { screenOf } from '../client/screen.ts'
import { blankView } from './blank.ts'
import { postHandOver } from './hand-over.ts'

let server: InProcess
beforeAll(async () => {
  server = await inProcess()
})
afterAll(() => server.end())
afterEach(() => void vi.unstubAllGlobals())

describe('a page nobody has used yet', () => {
  it('shows what the server would show of a flow just started', async () => {
    const started = await (await newVisitor(server)).view()
    const blank = blankView()
    for (const part of ['machine', 'value', 'status', 'tags', 'enabled', 'effects', 'problem'] as const)
      expect(blank[part], part).toEqual(started[part])
    // ids are the server's to give
    const { onboardingId: _, reference: __, ...context } = started.context
    expect(blank.context).toMatchObject(context)
    expect(Object.keys(blank.context)).toEqual(Object.keys(started.context))
  })

  it('is older than any line of a flow, and nothing of it runs out', () => {
    expect(blankView()).toMatchObject({ seq: 0, timers: [] })
  })
})

describe('the screen of a moment', () => {
  it.each(onboardingFixtures.map(({ name, events }) => [name, events] as const))(
    '%s is the only one there is',
    (_, events) => {
      const { snapshot } = after(onboardingMachine, input, events)
      const screens = Object.values(snapshot.getMeta() as Record<string, { screen: string }>).map((meta) => meta.screen)
      expect(screens.filter((screen) => screen !== 'none')).toEqual([screenOf(snapshot)])
    },
  )

  it('of states that have none is none', () => {
    expect(screenOf({ getMeta: () => ({ a: undefined, b: { screen: 'none' } }) })).toBe('none')
  })
})

describe('leaving for the portal', () => {
  it('posts the token to the top window, so it stands in no address', () => {
    const made: Record<string, unknown>[] = []
    const posted: Record<string, unknown>[] = []
    const createElement = () => {
      const element: Record<string, unknown> = {
        append: (child: unknown) => (element['child'] = child),
        submit: () => posted.push({ ...element }),
        remove: () => (element['removed'] = true),
      }
      made.push(element)
      return element
    }
    vi.stubGlobal('document', { createElement, body: { append() {} } })
    postHandOver({ action: 'https://tenure.test/portal/enter', token: 'hand-off-1' })
    expect(posted).toMatchObject([
      {
        method: 'post',
        action: 'https://tenure.test/portal/enter',
        target: '_top',
        child: { name: 'token', value: 'hand-off-1' },
      },
    ])
    expect(made[0]!['removed']).toBe(true)
  })
})
