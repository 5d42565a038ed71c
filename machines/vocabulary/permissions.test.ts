import { describe, expect, it } from 'vitest'
import { memberRoles } from './people.ts'
import { may, mayHandle, permissions } from './permissions.ts'

/** Cell by cell: `x` may. In the order owner, admin, billing, developer, member. */
const cells = {
  'projects.write': 'xx.x.',
  'apiKey.manage': 'xx.x.',
  'members.read': 'xxxxx',
  'members.manage': 'xx...',
  'billing.read': 'xxx..',
  'billing.manage': 'xxx..',
  'workspace.manage': 'xx...',
  'audit.read': 'xx...',
  'data.export': 'xx...',
  'account.close': 'x....',
} as const satisfies Record<(typeof permissions)[number], string>

describe('a role', () => {
  it.each(permissions)('%s', (permission) => {
    expect(memberRoles.map((role) => (may(role, permission) ? 'x' : '.')).join('')).toBe(cells[permission])
  })
})

describe('members', () => {
  it.each([
    ['owner', 'xxxxx'],
    ['admin', '.xxxx'],
    ['billing', '.....'],
    ['developer', '.....'],
    ['member', '.....'],
  ] as const)('%s may give and take the roles %s', (own, row) => {
    expect(memberRoles.map((role) => (mayHandle(own, role) ? 'x' : '.')).join('')).toBe(row)
  })
})
