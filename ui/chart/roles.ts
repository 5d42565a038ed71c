/** What each role is called, and how it is drawn. */
import type { LeafTag } from '../../machines/kit/flow.ts'
import type { OutlinedState } from '../../machines/kit/outline.ts'
import type { Role } from '../glyph-shapes.ts'

const roles: Readonly<Record<LeafTag, Role>> = {
  healthy: 'active',
  'waiting on person': 'person',
  'waiting on us': 'us',
  problem: 'problem',
  ended: 'final',
}

export const roleWords: Readonly<Record<LeafTag, string>> = {
  healthy: 'Moving on its own',
  'waiting on person': 'Waiting on a person',
  'waiting on us': 'Waiting on us',
  problem: 'Problem',
  ended: 'Finished',
}

export const roleOf = ({ role, kind }: Pick<OutlinedState, 'role' | 'kind'>): Role =>
  role ? roles[role] : kind === 'final' ? 'final' : 'idle'

export const roleWord = ({ role, kind }: Pick<OutlinedState, 'role' | 'kind'>): string =>
  role ? roleWords[role] : kind === 'final' ? 'Finished' : kind === 'parallel' ? 'At the same time' : 'Group'
