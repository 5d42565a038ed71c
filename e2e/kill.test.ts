/**
 * The server is killed again and again while visitors write. Nothing that was acknowledged may be missing or there
 * twice, and nearly every attempt must get through: a run in which everything errors would prove nothing.
 */
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { codeIn, mailTo } from './support/mailbox.ts'
import { type Server, server } from './support/server.ts'
import { type Visitor, visitor } from './support/visitor.ts'

const VISITORS = 8
const KILLS = 8
/** Between a start and the next kill, in milliseconds. */
const LIFE = [700, 2000] as const

const profile = { type: 'profile.saved', name: 'Mara', company: 'Fernhill', role: 'developer' } as const

/** Brings a visitor to the step where they can go back and forth for ever. */
async function toPlans(home: Server, index: number): Promise<Visitor> {
  const one = visitor(() => home.url, `visitor${index}@fernhill.studio`)
  await one.send({ type: 'address.submitted', email: one.email })
  await one.reaches(/verifying/)
  await one.send({ type: 'code.typed', code: codeIn(await mailTo(home.url, one.email, /is your Tenure code/)) })
  await one.send({ ...profile, password: 'correct horse battery' })
  await one.reaches(/"plan"/)
  return one
}

describe('a server that is killed under load', () => {
  it('keeps every acknowledged event, once', { timeout: 240_000 }, async () => {
    const home = await server()
    await home.start()
    const visitors = await Promise.all(Array.from({ length: VISITORS }, (_, index) => toPlans(home, index)))
    let over = false
    const acknowledged: string[] = []
    let attempts = 0

    const writing = visitors.map(async ({ session }) => {
      for (let turn = 0; !over; turn++) {
        const eventId = crypto.randomUUID()
        attempts++
        const event = turn % 2 === 0 ? { type: 'step.back' } : profile
        const answered = await session.send(event, eventId).catch(() => null)
        if (answered?.outcome.status === 'accepted') acknowledged.push(eventId)
      }
    })
    for (let kill = 0; kill < KILLS; kill++) {
      const [shortest, longest] = LIFE
      await new Promise((done) => setTimeout(done, shortest + ((longest - shortest) * kill) / KILLS))
      await home.kill()
      await home.start()
    }
    over = true
    await Promise.all(writing)
    await home.stop()

    const db = new Database(join(home.dataDir, 'tenure.db'), { readonly: true })
    const count = db.prepare<[string], { n: number }>('select count(*) as n from journal where event_id = ?')
    const times = acknowledged.map((id) => count.get(id)?.n)
    const gaps = db.prepare('select actor from journal group by actor having max(seq) <> count(*)').all()
    db.close()
    await home.remove()
    console.log(`kill test: ${KILLS} kills, ${acknowledged.length} of ${attempts} events acknowledged, each once`)
    expect(times.filter((n) => n !== 1)).toEqual([])
    expect(gaps).toEqual([])
    expect(acknowledged.length / attempts).toBeGreaterThanOrEqual(0.95)
    expect(acknowledged.length).toBeGreaterThan(200)
  })
})
