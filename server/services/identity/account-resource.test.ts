import { describe, expect, it } from 'vitest'
import type { ProvisioningInput } from '../../../machines/provisioning/provisioning.types.ts'
import { EffectError } from '../effect.ts'
import type { StepJob } from '../resource.ts'
import { accountResource } from './account-resource.ts'
import { openIdentity } from './identity.ts'
import { hashPassword } from './password.ts'

describe('the account step', () => {
  it('makes one account, however often it is tried', async () => {
    const { resource } = await open()
    const first = await resource.execute(job('onb_1'))
    expect(await resource.execute(job('onb_1'))).toEqual(first)
    expect(await resource.probe(job('onb_1'))).toEqual({ output: { found: 'present', facts: first.output } })
    expect(await resource.verify(job('onb_1', first.output))).toEqual({ output: { sound: true } })
  })

  it('gives up when the address belongs to somebody else, and leaves theirs alone', async () => {
    const { resource, identity } = await open()
    await resource.execute(job('onb_1'))
    await expect(resource.execute(job('onb_2'))).rejects.toMatchObject({ code: 'address.taken', final: true })
    await resource.compensate(job('onb_2'))
    expect(await identity.accounts.madeBy('onb_1')).not.toBeNull()
  })

  it('gives up when the password is gone', async () => {
    const { resource } = await open(null)
    await expect(resource.execute(job('onb_1'))).rejects.toBeInstanceOf(EffectError)
    await expect(resource.execute(job('onb_1'))).rejects.toMatchObject({ code: 'order.invalid' })
  })

  it('takes the account back, again and again', async () => {
    const { resource } = await open()
    await resource.execute(job('onb_1'))
    for (let time = 0; time < 2; time++)
      expect(await resource.compensate(job('onb_1'))).toEqual({ output: { released: true } })
    expect(await resource.probe(job('onb_1'))).toEqual({ output: { found: 'absent' } })
  })
})

async function open(password: string | null = 'correct horse battery') {
  const identity = await openIdentity({ path: ':memory:', secret: 'a secret for tests', publicUrl: 'http://127.0.0.1' })
  const kept = password === null ? null : await hashPassword(password)
  return { identity, resource: accountResource({ accounts: identity.accounts, passwordHash: async () => kept }) }
}

function job(runId: string, facts: StepJob['input']['facts'] = {}): StepJob {
  const order: ProvisioningInput = {
    runId,
    tenantId: `ten_${runId}`,
    company: 'Fernhill Studio',
    person: { email: 'mara@fernhill.studio', name: 'Mara Lindqvist', role: 'designer', locale: 'en' },
    passwordRef: 'pwd_1',
    plan: {
      key: 'free',
      name: 'Free',
      seats: 2,
      limits: { seats: 2, projects: 3, requestsPerMonth: 10_000, storageBytes: 1_000_000_000 },
    },
    catalogueVersion: '1',
  }
  const signal = new AbortController().signal
  return { input: { step: 'account', order, facts }, identity: `${runId}/account`, attempt: 1, signal, progress() {} }
}
