/** Each effect of a leaving twice under one identity, against a provider in memory. */
import { expect, it } from 'vitest'
import { leavingMoney } from '../billing/leaving-money.ts'
import { memory, periodEnd } from '../billing/testing/memory.ts'
import { type CataloguedPlan, beginLeaving, moveToFree, stopBilling, undoLeaving } from './steps.ts'

const input = { offboardingId: 'off_1', tenantId: 'ten_1' }
const job = <Input>(given: Input) => ({
  input: given,
  identity: 'leaving/off_1',
  attempt: 1,
  signal: new AbortController().signal,
  progress: () => {},
})

it('ends with what is paid for, once, and takes that back', async () => {
  const { parts, provider, told } = await open()
  for (let time = 0; time < 2; time++)
    expect((await beginLeaving(parts)(job({ ...input, when: 'period end' as const }))).output).toEqual({
      cancelledAt: 1000,
      endsAt: periodEnd,
      inMs: periodEnd - 1000,
    })
  expect([...provider.ending.values()]).toEqual([true])
  for (let time = 0; time < 2; time++) await undoLeaving(parts)(job(input))
  expect([...provider.ending.values()]).toEqual([false])
  expect(new Set(told)).toEqual(new Set(['leaving.began leaving/off_1', 'leaving.undone leaving/off_1']))
})

it('asks the provider for nothing when it ends at once', async () => {
  const { parts, provider } = await open()
  expect((await beginLeaving(parts)(job({ ...input, when: 'now' as const }))).output).toMatchObject({ inMs: 0 })
  expect(provider.ending.size).toBe(0)
})

it('stops billing twice like once, and gives nothing back', async () => {
  const { parts, provider } = await open()
  for (let time = 0; time < 2; time++)
    expect((await stopBilling(parts)(job({ ...input, retrievalMs: 50 }))).output).toEqual({
      stoppedAt: 1000,
      retrievalEndsAt: 1050,
    })
  expect([...provider.subscriptions.values()].map(({ state }) => state)).toEqual(['gone'])
  expect(provider.refunded).toEqual([])
  expect(provider.stopped).toEqual(['cus_1', 'cus_1'])
})

it('moves to what costs nothing, twice like once', async () => {
  const { parts, limits } = await open()
  for (let time = 0; time < 2; time++) expect((await moveToFree(parts)(job(input))).output).toEqual({ moved: true })
  expect(limits).toEqual([free.limits, free.limits])
})

it('gives up when nothing costs nothing', async () => {
  const { parts } = await open()
  const move = moveToFree({ ...parts, freePlan: async () => null })
  await expect(move(job(input))).rejects.toMatchObject({ code: 'plan.unavailable', final: true })
})

const free = { key: 'free', name: 'Free', limits: { seats: 2 }, licences: [] } as unknown as CataloguedPlan

async function open() {
  const provider = memory()
  const { createCustomer, createSubscription } = provider.parts.provider
  const signal = new AbortController().signal
  const customer = await createCustomer(
    { identity: 'c', tenant: 'ten_1', email: 'a@b.example', name: 'A', locale: 'en' },
    signal,
  )
  await createSubscription(
    { identity: 's', tenant: 'ten_1', customer, price: 'price_1', seats: 3, paymentMethod: 'pm_1' },
    signal,
  )
  const { ledger, billing } = provider.parts
  const money = leavingMoney({
    provider: provider.parts.provider,
    ledger,
    billing: { dropCustomer: billing.dropCustomer, customerOf: async () => customer },
  })
  const told: string[] = []
  const limits: unknown[] = []
  const parts = {
    money,
    tenants: { changePlan: ({ id }: { id: string }) => [{ sql: id, parameters: [], code: 'test' }] },
    workspaces: { setLimits: async (_: string, to: unknown) => void limits.push(to), setLicences: async () => {} },
    licences: { setPools: () => [] },
    freePlan: async () => free,
    tellAccount: async (_: string, word: string, eventId: string) => void told.push(`${word} ${eventId}`),
    now: () => 1000,
  }
  return { parts, provider, told, limits }
}
