/** Nothing about a person gets past; the facts an operator works with do. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HIDDEN, redacted } from './redact.ts'

describe('what is shown of events and contexts', () => {
  it('keeps facts and names of things', () => {
    const event = {
      type: 'plan.chosen',
      plan: 'team',
      interval: 'month',
      seats: 3,
      verified: true,
      endsAt: 1_790_000_000_000,
    }
    expect(redacted(event)).toEqual(event)
    const steps = { steps: [{ key: 'workspace', status: 'done', tries: 1 }], tenantId: 'ten_018f/provisioning#1' }
    expect(redacted(steps)).toEqual(steps)
  })

  it('hides persons, addresses, words and references, wherever they stand', () => {
    const context = {
      email: 'mara@fernhill.studio',
      name: 'Mara Lindqvist',
      company: 'Fernhill Studio',
      passwordRef: 'cred_1',
      feedback: 'Too dear.',
      output: { member: { name: 'Mara' } },
      card: { brand: 'visa', last4: '4242' },
      refund: null,
    }
    expect(redacted(context)).toEqual({
      email: HIDDEN,
      name: HIDDEN,
      company: HIDDEN,
      passwordRef: HIDDEN,
      feedback: HIDDEN,
      output: { member: HIDDEN },
      card: { brand: 'visa', last4: HIDDEN },
      refund: null,
    })
  })

  it('hides a value that is no fact, even under the name of one', () => {
    expect(redacted({ plan: 'mara@fernhill.studio', code: 'two words', userId: 'Mara Lindqvist' })).toEqual({
      plan: HIDDEN,
      code: HIDDEN,
      userId: HIDDEN,
    })
  })

  it('lets no address and no sentence through, whatever holds it', () => {
    const canary = fc.constantFrom('canary@person.example', 'Canary Person', 'canary\nperson')
    const holder = fc.letrec((tie) => ({
      value: fc.oneof(
        canary,
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(name, tie('value'), { maxKeys: 4 }),
      ),
    })).value
    fc.assert(fc.property(holder, (value) => !/canary/i.test(JSON.stringify(redacted(value)) ?? '')))
  })
})

const name = fc.constantFrom('output', 'code', 'steps', 'tenantId', 'name', 'email', 'plan', 'anything')
