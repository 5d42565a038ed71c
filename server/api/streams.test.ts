/** The API's streams over a real connection: what they tell, what they take up again, and that nothing of them stays behind. */
import { setImmediate as turn } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tenantIdOf } from '../../machines/onboarding/onboarding.actions.ts'
import type { View } from '../engine/view.ts'
import { call } from '../compose/testing/calls.ts'
import { type InProcess, inProcess } from '../compose/testing/in-process.ts'
import { cookieFor } from '../compose/testing/members.ts'
import { type Opening, openStream } from '../compose/testing/streams.ts'
import { visitorAt } from '../compose/testing/visitor.ts'

let server: InProcess
let url: string
beforeAll(async () => {
  server = await inProcess()
  url = await server.listen()
})
afterAll(() => server.end())

const open = (procedure: string, input: unknown, opening: Opening) => openStream(url, procedure, input, opening)
const nobodyListens = async () => {
  while (server.engine.hub.size > 0) await turn()
}

describe('a watch', () => {
  it('tells where the flow stands, then each step', async () => {
    const visitor = await visitorAt(server, 'address')
    const watch = await open('flow.watch', { ids: [visitor.id] }, { proof: visitor.proof })
    expect((await watch.next()).data).toMatchObject({ id: visitor.id, seq: 1, value: { signUp: 'address' } })
    await visitor.act({ type: 'address.submitted', email: visitor.email })
    const seen: View[] = []
    while (seen.at(-1)?.tags[0] !== 'waiting on person') seen.push((await watch.next()).data as View)
    expect(seen.at(-1)?.value).toEqual({ signUp: { verifying: 'cooling' } })
    expect(seen.map(({ seq }) => seq)).toEqual(seen.map(({ seq }) => seq).toSorted((a, b) => a - b))
    watch.close()
    await nobodyListens()
  })

  it('taken up again says only what was missed', async () => {
    const visitor = await visitorAt(server, 'address')
    const broken = await open('flow.watch', { ids: [visitor.id] }, { proof: visitor.proof })
    const { id } = await broken.next()
    broken.close()
    await visitor.act({ type: 'address.submitted', email: visitor.email })
    const again = await open('flow.watch', { ids: [visitor.id] }, { proof: visitor.proof, lastEventId: id! })
    const { id: newest, data } = await again.next()
    expect(data).toMatchObject({ value: { signUp: { verifying: 'cooling' } } })
    again.close()

    const upToDate = await open('flow.watch', { ids: [visitor.id] }, { proof: visitor.proof, lastEventId: newest! })
    await visitor.act({ type: 'address.changed' })
    expect((await upToDate.next()).data).toMatchObject({ value: { signUp: 'address' } })
    upToDate.close()
    await nobodyListens()
  })

  it('that names lines nobody wrote starts over', async () => {
    const visitor = await visitorAt(server, 'address')
    for (const lastEventId of ['nonsense', '[1]', '{"a":"b"}', JSON.stringify({ [visitor.id]: -7 })]) {
      const watch = await open('flow.watch', { ids: [visitor.id] }, { proof: visitor.proof, lastEventId })
      expect((await watch.next()).data, lastEventId).toMatchObject({ seq: 1 })
      watch.close()
    }
    await nobodyListens()
  })

  it('of a hundred pages that come and go leaves nothing behind', async () => {
    const visitor = await visitorAt(server, 'address')
    const watches = await Promise.all(
      Array.from({ length: 100 }, () => open('flow.watch', { ids: [visitor.id] }, { proof: visitor.proof })),
    )
    await Promise.all(watches.map(({ next }) => next()))
    expect(server.engine.hub.size).toBe(1)
    for (const { close } of watches) close()
    await nobodyListens()
  })
})

describe('the changes of a workspace', () => {
  it('rise with what its members do, and with what its key is used for', async () => {
    const owner = await visitorAt(server, 'ready')
    const tenant = tenantIdOf(owner.id)
    const proof = await cookieFor(server, owner.email)
    const changes = await open('tenant.changes', { tenant }, { proof })
    expect((await changes.next()).data).toBe(0)
    await call(server, 'tenant.createProject', { tenant, name: 'Aurora' }, proof)
    expect((await changes.next()).data).toBe(1)
    const { data } = await call(server, 'tenant.revealApiKey', { tenant }, proof)
    expect((await changes.next()).data).toBe(2)
    const { key } = data as { key: string }
    const pinged = await server.app.inject({ url: '/v1/ping', headers: { authorization: `Bearer ${key}` } })
    expect(pinged.json()).toEqual({ ok: true, requestsThisMonth: 1 })
    expect((await changes.next()).data).toBe(3)
    changes.close()
  })
})
