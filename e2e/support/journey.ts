/** What every file of journeys begins with: one server, one browser, and visitors who must end without a complaint. */
import type { BrowserContextOptions } from 'playwright'
import { afterAll, beforeAll, it as test } from 'vitest'
import { closeBrowser, type Visit, visit } from './browser.ts'
import { server, type Server } from './server.ts'

/** The server of this file. Its tests use addresses of their own, so none sees another's data. */
export function served(environment: Record<string, string> = {}): () => Server {
  let home: Server
  beforeAll(async () => {
    home = await server(environment)
    await home.start()
  })
  afterAll(async () => {
    await closeBrowser()
    await home.remove()
  })
  return () => home
}

type Arrive = (options?: BrowserContextOptions) => Promise<Visit>

/** A test whose visitors are seen off at its end. */
export const it = test.extend<{ arrive: Arrive }>({
  // oxlint-disable-next-line no-empty-pattern -- vitest reads the fixtures a fixture needs off this parameter
  arrive: async ({}, run) => {
    const visits: Visit[] = []
    await run(async (options) => {
      const one = await visit(options)
      visits.push(one)
      return one
    })
    await Promise.all(visits.map(({ context }) => context.close()))
    const complaints = visits.flatMap((one) => one.complaints())
    if (complaints.length > 0) throw new Error(`A page complained:\n${complaints.join('\n')}`)
  },
})
