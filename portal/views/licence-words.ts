/** A member's licence in words, and whose turn it is. */
import type { Role } from '../../ui/Glyph.tsx'
import type { LicenceOffer, LicenceState, MemberLicence } from './team-types.ts'

const states: Record<LicenceState, readonly [role: Role | undefined, word: string]> = {
  held: [undefined, ''],
  giving: ['us', 'being set up'],
  taking: ['us', 'being taken back'],
  notGiven: ['problem', 'not set up'],
  notTaken: ['problem', 'not taken back'],
}

export function licenceChip({ name, state }: Pick<MemberLicence, 'name' | 'state'>) {
  const [role, word] = states[state]
  return { role, text: word === '' ? name : `${name}: ${word}`, note: role === 'problem' ? 'A person is on it.' : null }
}

/** "Give an Agent licence", "Take the Agent licence back". */
export const offerInWords = ({ name, to }: Pick<LicenceOffer, 'name' | 'to'>): string =>
  to === 'give' ? `Give ${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name} licence` : `Take the ${name} licence back`
