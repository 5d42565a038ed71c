import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { offeredPlans, openCatalogue } from './catalogue.ts'
import { openEmbeddingKeys } from './embedding-keys.ts'

let folder: string
let problems: string[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plans-'))
  problems = []
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the catalogue', () => {
  it('starts with a default that a product manager can edit', async () => {
    const { file, edit } = await catalogue()
    const plans = (await file.read()).plans
    expect(plans.map(({ key, offered }) => [key, offered])).toEqual([
      ['free', true],
      ['team', true],
      ['enterprise', false],
    ])
    edit((content) => content.replace('"name": "Free"', '"name": "Starter"'))
    expect((await file.read()).plans[0]?.name).toBe('Starter')
  })

  it('keeps the last good one when an edit cannot be used, and says why', async () => {
    const { file, edit } = await catalogue()
    edit((content) => content.replace('"seats": 2', '"seats": 0'))
    expect((await file.read()).plans[0]?.limits.seats).toBe(2)
    await file.read()
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain('plans.0.limits.seats')
    expect(file.problem()).toContain('cannot be used')

    edit((content) => content.replace('"seats": 0', '"seats": 3'))
    expect((await file.read()).plans[0]?.limits.seats).toBe(3)
    expect(file.problem()).toBeNull()
  })

  it.each([
    ['no JSON', '{ "version": '],
    ['two plans of one key', readFileSync(new URL('plans.json', import.meta.url), 'utf8').replace('"team"', '"free"')],
    [
      'two licences of one key in a plan',
      JSON.stringify({ version: '1', plans: [{ ...freePlan(), licences: [agent, { ...agent, name: 'Other' }] }] }),
    ],
    [
      'a licence there is none of',
      JSON.stringify({ version: '1', plans: [{ ...freePlan(), licences: [{ ...agent, count: 0 }] }] }),
    ],
  ])('does not start with %s', async (_, content) => {
    writeFileSync(join(folder, 'plans.json'), content)
    await expect(catalogue()).rejects.toThrow(/plans\.json cannot be used: .*Correct it, or delete it/s)
  })

  it('says which licences make it useless', async () => {
    const plan = { ...freePlan(), licences: [agent, agent] }
    writeFileSync(join(folder, 'plans.json'), JSON.stringify({ version: '1', plans: [plan] }))
    await expect(catalogue()).rejects.toThrow('two licences of the plan "free" have the key "agents"')
  })

  it('of before there were licences has none', async () => {
    writeFileSync(join(folder, 'plans.json'), JSON.stringify({ version: '1', plans: [freePlan()] }))
    const { file } = await catalogue()
    expect((await file.read()).plans[0]?.licences).toEqual([])
  })

  it('offers what is offered in it and allowed by the key, without what a visitor need not know', async () => {
    const { file } = await catalogue()
    const content = await file.read()
    expect(offeredPlans(content, ['team', 'free', 'enterprise']).map(({ key }) => key)).toEqual(['free', 'team'])
    expect(offeredPlans(content, ['enterprise'])).toEqual([])
    expect(offeredPlans(content, ['free'])[0]).not.toHaveProperty('offered')
  })
})

describe('embedding keys', () => {
  it('start with one for the demo site', async () => {
    const keys = await embeddingKeys()
    expect(await keys.find('pk_demo')).toMatchObject({ origins: ['http://localhost:3002'], flow: 'onboarding' })
    expect(await keys.find('pk_other')).toBeNull()
    expect(await keys.find('__proto__')).toBeNull()
  })

  it.each([
    ['a path in an origin', { origins: ['https://shop.example/path'] }],
    ['any origin', { origins: ['*'] }],
    ['style that leaves its declaration', { appearance: { '--tenure-accent': 'red; } body { display: none' } }],
    ['style that fetches', { appearance: { '--tenure-bg': 'url(https://evil.example)' } }],
  ])('refuse %s', async (_, change) => {
    const key = { origins: [], flow: 'onboarding', plans: [], appearance: {}, ...change }
    writeFileSync(join(folder, 'embedding-keys.json'), JSON.stringify({ pk_shop: key }))
    await expect(embeddingKeys()).rejects.toThrow('cannot be used')
  })
})

const agent = { key: 'agents', name: 'Agent', summary: 'May run agents in projects.', count: 1 }

/** The default catalogue's Free as it was written before there were licences. */
function freePlan(): object {
  const { plans } = JSON.parse(readFileSync(new URL('plans.json', import.meta.url), 'utf8')) as { plans: object[] }
  const { licences: _, ...plan } = plans[0] as { licences?: unknown }
  return plan
}

async function catalogue() {
  const path = join(folder, 'plans.json')
  const file = await openCatalogue({ path, onProblem: (problem) => problems.push(problem) })
  return {
    file,
    edit: (change: (content: string) => string) => writeFileSync(path, change(readFileSync(path, 'utf8'))),
  }
}

const embeddingKeys = () =>
  openEmbeddingKeys({ path: join(folder, 'embedding-keys.json'), demoOrigin: 'http://localhost:3002' })
