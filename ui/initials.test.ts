import { describe, expect, it } from 'vitest'
import { initialsOf } from './initials.ts'

describe('initialsOf', () => {
  it.each([
    ['Mara Lindqvist', 'ML'],
    ['Kettle & Co', 'KC'],
    ['Fernhill', 'F'],
    ['Ana María de la Cruz', 'AC'],
    ['  ', '?'],
    ['Élodie 9', 'É9'],
  ])('shortens %j to %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })
})
