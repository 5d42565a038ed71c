import { describe, expect, it } from 'vitest'
import { seen } from '../../../machines/integration/integration.fixtures.ts'
import type { View } from '../../../widget/client/wire.ts'
import { eventOf, type IntegrationList, integrationsOf, withView } from './integrations.ts'

const at = 1_800_144_000_000

describe('the connections on the page', () => {
  it('are one for each company that can be had, in one order, connected or not', () => {
    const list = listOf([view('npm', { live: 'connected' })], ['openvsx', 'npm', 'anthropic'])
    expect(integrationsOf(list).map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'anthropic none',
      'npm connected',
      'openvsx none',
    ])
  })

  it.each([
    [{ connecting: 'entering' }, 'none'],
    ['left', 'none'],
    [{ connecting: 'exchanging' }, 'checking'],
    [{ live: 'telling' }, 'broken'],
    [{ live: 'rechecking' }, 'broken'],
    [{ ending: 'notRevoked' }, 'stuck'],
    ['disconnected', 'disconnected'],
    [{ somewhere: 'a newer server knows' }, 'none'],
  ] as const)('stand at %j as %s', (value, state) => {
    expect(integrationsOf(listOf([view('npm', value)]))[0]).toMatchObject({ state })
  })

  it('can do what the server lets this reader do now', () => {
    const enabled = ['disconnect.asked', 'check.asked', 'credential.given']
    const [one] = integrationsOf(listOf([view('npm', { live: 'connected' }, { enabled })]))
    expect(one).toMatchObject({
      can: ['look', 'disconnect'],
      account: seen.account,
      checkedAt: new Date(at).toISOString(),
    })
    expect(one!.can.map(eventOf)).toEqual(['check.asked', 'disconnect.asked'])
  })
})

describe('a view that arrives', () => {
  const list = listOf([view('npm', { live: 'connected' }, { seq: 5 })])

  it.each([
    ['newer', view('npm', { live: 'broken' }, { seq: 6 }), { live: 'broken' }],
    ['older', view('npm', { live: 'broken' }, { seq: 4 }), { live: 'connected' }],
    ['a successor', view('npm', { connecting: 'entering' }, { id: 'int_9', seq: 1 }), { connecting: 'entering' }],
    ['a late one of one that is over', view('npm', 'left', { id: 'int_0', status: 'done' }), { live: 'connected' }],
  ])('%s counts or not', (_, arrived, value) => {
    expect(withView(list, arrived).integrations).toMatchObject([{ value }])
  })

  it('of another kind stands beside it', () => {
    expect(withView(list, view('github', { connecting: 'authorizing' })).integrations).toHaveLength(2)
  })
})

function listOf(integrations: View[], kinds: IntegrationList['kinds'] = ['npm']): IntegrationList {
  return { kinds, integrations }
}

function view(kind: string, value: View['value'], more: Partial<View> = {}): View {
  const context = { kind, namespace: null, seen, connectedAt: at, checkedAt: at, problem: null, revocation: 'none' }
  return { id: `int_${kind}`, seq: 1, status: 'active', enabled: [], value, context, ...more } as unknown as View
}
