/** The map of the whole server: what a sign-up leaves on it. */
import { afterEach, describe, expect, it } from 'vitest'
import type { FlowCounts } from '../../records/flow-map/counted.ts'
import { type InProcess, inProcess } from '../testing/in-process.ts'
import { payerAt } from '../testing/payer.ts'
import { visitorAt } from '../testing/visitor.ts'

const MINUTE = 60_000

let server: InProcess
afterEach(() => server.end())

const counts = async (filter: { flow: string; tier?: string; from?: string; to?: string }) =>
  (await server.records.flowMap.counts(filter)) as FlowCounts
const stateIn = ({ states }: FlowCounts, path: string) => states.find(({ state }) => state === path)!
const moveIn = ({ transitions }: FlowCounts, key: string) => transitions.find(({ transition }) => transition === key)!

describe('the flow map of a sign-up', () => {
  it('has the way of whoever came through, and of whoever stayed behind', async () => {
    server = await inProcess()
    const behind = await visitorAt(server, 'profile')
    const visitor = await visitorAt(server, 'profile')
    await server.pass(7 * MINUTE)
    await visitor.act({
      type: 'profile.saved',
      name: 'Mara',
      company: 'Fernhill',
      role: 'developer',
      password: 'correct horse battery',
    })
    await server.pass(2 * MINUTE)
    await visitor.act({ type: 'plan.chosen', plan: 'free' })
    expect(await visitor.where()).toEqual(['ready'])

    const all = await counts({ flow: 'onboarding' })
    expect(stateIn(all, 'signUp.address')).toMatchObject({ here: 0, entered: 2, left: 2, dropOff: 0 })
    expect(stateIn(all, 'setUp.step.profile')).toMatchObject({ here: 1, entered: 2, stillHere: 1, left: 1, dropOff: 0 })
    expect(stateIn(all, 'setUp')).toMatchObject({ here: 1, entered: 2, left: 1 })
    expect(stateIn(all, 'ready')).toMatchObject({ here: 1, entered: 1, left: 0, dropOff: null, medianStayMs: null })
    const saved = moveIn(all, 'setUp.step.profile/profile.saved/0')
    expect(saved).toMatchObject({ taken: 1, share: 1 })
    expect(Math.abs(saved.medianMs! / (7 * MINUTE) - 1)).toBeLessThan(0.1)
    expect(moveIn(all, 'setUp.step.plan/plan.chosen/0')).toMatchObject({ taken: 1, share: 1 })
    // it has no place beside the one that led away
    expect(moveIn(all, 'setUp.patience/plan.chosen/0').taken).toBe(0)

    const { actors } = await server.records.flowMap.who({ flow: 'onboarding', state: 'setUp.step.profile', most: 5 })
    expect(actors).toMatchObject([{ actor: behind.id, tenant: 'visitors' }])
  })

  it('counts what is chosen from then on, and a tenant’s actors under its plan', async () => {
    server = await inProcess()
    await visitorAt(server, 'ready')
    const tierOf = async (flow: string, state: string) => {
      const { tiers } = await server.records.flowMap.overview()
      const held = tiers.map(async (tier) => [tier, stateIn(await counts({ flow, tier }), state).here] as const)
      return (await Promise.all(held)).filter(([, here]) => here > 0).map(([tier]) => tier)
    }
    expect(await tierOf('onboarding', 'ready')).toEqual(['free'])
    expect(await tierOf('provisioning', 'succeeded')).toEqual(['free'])
    expect(await tierOf('account', 'open.lifecycle.live')).toEqual(['free'])
    expect(moveIn(await counts({ flow: 'onboarding', tier: 'none' }), 'setUp.step.plan/plan.chosen/0').taken).toBe(1)
  })

  it('follows a payment that is left, and says that its child was where it ended', async () => {
    server = await inProcess()
    const payer = await payerAt(server)
    expect(stateIn(await counts({ flow: 'onboarding', tier: 'team' }), 'setUp.step.payment').here).toBe(1)
    await payer.tell('payment.left')
    await server.settle()
    const { flows } = await server.records.flowMap.overview()
    expect(flows.find(({ flow }) => flow === 'payment')).toMatchObject({ active: 0, ended: 1 })
    expect(stateIn(await counts({ flow: 'onboarding' }), 'setUp.step.payment')).toMatchObject({
      here: 0,
      entered: 1,
      left: 1,
    })
  })

  it('forgets whose sign-up was erased, and keeps what was done', async () => {
    server = await inProcess()
    const visitor = await visitorAt(server, 'verifying')
    await server.engine.erase(visitor.id)
    const all = await counts({ flow: 'onboarding' })
    expect(all.states.reduce((sum, { here }) => sum + here, 0)).toBe(0)
    expect(stateIn(all, 'signUp.address')).toMatchObject({ entered: 1, left: 1 })
    expect((await server.records.flowMap.overview()).flows).toMatchObject([{ flow: 'onboarding', active: 0, ended: 0 }])
  })
})
