import { afterEach, describe, expect, it, vi } from 'vitest'
import { browserShelf } from './shelf.ts'

afterEach(() => void vi.unstubAllGlobals())

const blocked = () => {
  throw new DOMException('The operation is insecure.', 'SecurityError')
}
function storage(overrides: Partial<Storage> = {}) {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
    ...overrides,
  })
  return kept
}

describe('a shelf', () => {
  it('keeps a token in this browser, under its own name', () => {
    const kept = storage()
    browserShelf('tenure.onboarding.pk_demo').write('token')
    expect([...kept]).toEqual([['tenure.onboarding.pk_demo', 'token']])
    expect(browserShelf('tenure.onboarding.pk_demo').read()).toBe('token')
    expect(browserShelf('tenure.onboarding.pk_other').read()).toBeNull()
  })

  it('forgets it', () => {
    const kept = storage()
    const shelf = browserShelf('a')
    shelf.write('token')
    shelf.write(null)
    expect([shelf.read(), kept.size]).toEqual([null, 0])
  })

  it.each<[string, Partial<Storage>]>([
    ['a frame may not use', { getItem: blocked, setItem: blocked, removeItem: blocked }],
    ['is full', { setItem: blocked }],
  ])('whose storage %s keeps it for as long as the page lives', (_, overrides) => {
    storage(overrides)
    const shelf = browserShelf('a')
    expect(shelf.read()).toBeNull()
    shelf.write('token')
    expect(shelf.read()).toBe('token')
    shelf.write(null)
    expect(shelf.read()).toBeNull()
  })
})
