import { expect, it } from 'vitest'
import { memberRoles } from '../../../machines/vocabulary/people.ts'
import { isOpenTo, sectionAt, sections } from './sections.ts'

it('has an address and a title of its own for each section', () => {
  for (const key of ['path', 'title'] as const) {
    const all = sections.map((section) => section[key])
    expect(new Set(all).size, key).toBe(all.length)
  }
})

it('opens to everybody what is their own, and the rest to whoever has the permission', () => {
  const open = (path: string) => {
    const section = sections.find((one) => one.path === path)!
    return memberRoles.filter((role) => isOpenTo(section, role))
  }
  for (const own of ['profile', 'notifications', 'sessions']) expect(open(own)).toEqual(memberRoles)
  expect(open('workspace')).toEqual(['owner', 'admin'])
  expect(open('api-keys')).toEqual(['owner', 'admin', 'developer'])
})

it.each([
  ['/settings/profile', 'Profile'],
  ['/settings/api-keys/anything', 'API keys'],
  ['/settings', undefined],
  ['/settings/nothing', undefined],
  ['/profile', undefined],
  ['/settings/constructor', undefined],
])('finds at %s the section %s', (path, title) => expect(sectionAt(path)?.title).toBe(title))
