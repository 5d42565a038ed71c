import { describe, expect, it } from 'vitest'
import { type AccessLevel, accessLevels, accessOf, type AccountStates, allows, type Doing, needs } from './access.ts'

const well: AccountStates = { lifecycle: 'live', standing: 'good', provisioning: 'ready', hold: 'clear' }

describe('access', () => {
  it.each<[keyof AccountStates, string, AccessLevel, string | null]>([
    ['lifecycle', 'live', 'full', null],
    ['lifecycle', 'leaving', 'limited', 'account.leaving'],
    ['lifecycle', 'closed', 'none', 'account.closed'],
    ['standing', 'good', 'full', null],
    ['standing', 'recovered', 'full', null],
    ['standing', 'unthanked', 'full', null],
    ['standing', 'pastDue', 'full', null],
    ['standing', 'grace', 'full', null],
    ['standing', 'restricted', 'limited', 'account.unpaid'],
    ['standing', 'suspended', 'billing_and_export_only', 'account.unpaid'],
    ['standing', 'stopping', 'billing_and_export_only', 'account.unpaid'],
    ['standing', 'notStopped', 'billing_and_export_only', 'account.unpaid'],
    ['standing', 'collectionsStopped', 'billing_and_export_only', 'account.unpaid'],
    ['provisioning', 'ready', 'full', null],
    ['provisioning', 'changing', 'full', null],
    ['provisioning', 'needsHuman', 'full', null],
    ['hold', 'clear', 'full', null],
    ['hold', 'held', 'billing_and_export_only', 'account.held'],
  ])('with %s in %s alone is %s', (region, state, level, problem) => {
    expect(accessOf({ ...well, [region]: state })).toEqual({ level, problem })
  })

  it.each<[Partial<AccountStates>, AccessLevel, string]>([
    [{ lifecycle: 'leaving', standing: 'suspended' }, 'billing_and_export_only', 'account.unpaid'],
    [{ lifecycle: 'closed', standing: 'suspended', hold: 'held' }, 'none', 'account.closed'],
    [{ hold: 'held', standing: 'good' }, 'billing_and_export_only', 'account.held'],
    [{ hold: 'held', standing: 'suspended' }, 'billing_and_export_only', 'account.held'],
    [{ lifecycle: 'leaving', standing: 'restricted' }, 'limited', 'account.leaving'],
  ])('with %j is the lowest of them, %s', (states, level, problem) => {
    expect(accessOf({ ...well, ...states })).toEqual({ level, problem })
  })

  const cells: Record<Doing, string> = {
    pay: 'nyyyy',
    cancel: 'nyyyy',
    'data.export': 'nyyyy',
    'members.remove': 'nyyyy',
    'apiKey.revoke': 'nyyyy',
    'ownership.transfer': 'nyyyy',
    'workspace.read': 'nnyyy',
    'project.change': 'nnnyy',
    'workspace.change': 'nnnyy',
    'apiKey.use': 'nnnyy',
    'apiKey.change': 'nnnyy',
    'project.create': 'nnnny',
    'members.invite': 'nnnny',
    'licence.assign': 'nnnny',
    'plan.grow': 'nnnny',
    'integration.connect': 'nnnny',
  }
  it.each(Object.entries(cells))('lets %s happen, from none to full: %s', (doing, expected) => {
    const found = accessLevels.map((level) => (allows(level, doing as Doing) ? 'y' : 'n')).join('')
    expect(found).toBe(expected)
  })
  it('has a cell for every doing', () => expect(Object.keys(cells).sort()).toEqual(Object.keys(needs).sort()))
})
