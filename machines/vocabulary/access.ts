/** How much of a workspace is open, what each thing a person does needs, and how much every state leaves open. */

/** From nothing to everything. A workspace has the lowest of what its regions leave it. */
export const accessLevels = ['none', 'billing_and_export_only', 'read_only', 'limited', 'full'] as const
export type AccessLevel = (typeof accessLevels)[number]

/**
 * What each doing needs. Paying, cancelling, taking one's data out, removing people and keys and handing ownership on stay
 * possible as long as there is anything at all: nobody is locked in by a debt.
 */
export const needs = {
  pay: 'billing_and_export_only',
  cancel: 'billing_and_export_only',
  'data.export': 'billing_and_export_only',
  'members.remove': 'billing_and_export_only',
  // a key that leaked has to end, whatever is owed
  'apiKey.revoke': 'billing_and_export_only',
  'ownership.transfer': 'billing_and_export_only',
  'workspace.read': 'read_only',
  'project.change': 'limited',
  'workspace.change': 'limited',
  'apiKey.use': 'limited',
  'apiKey.change': 'limited',
  'project.create': 'full',
  'members.invite': 'full',
  'licence.assign': 'full',
  'plan.grow': 'full',
  'integration.connect': 'full',
} as const satisfies Readonly<Record<string, AccessLevel>>
export type Doing = keyof typeof needs

/** Why something is not open: the region that leaves least, as a problem code the copy catalogues know. */
export const accessProblems = ['account.unpaid', 'account.leaving', 'account.closed', 'account.held'] as const
export type AccessProblem = (typeof accessProblems)[number]

interface Cell {
  readonly level: AccessLevel
  readonly problem: AccessProblem | null
}
const open: Cell = { level: 'full', problem: null }

/** One line per state of each region of the account, in the chart's own words. */
export const accessTable = {
  lifecycle: {
    live: open,
    leaving: { level: 'limited', problem: 'account.leaving' },
    closed: { level: 'none', problem: 'account.closed' },
  },
  standing: {
    good: open,
    recovered: open,
    unthanked: open,
    pastDue: open,
    grace: open,
    restricted: { level: 'limited', problem: 'account.unpaid' },
    suspended: { level: 'billing_and_export_only', problem: 'account.unpaid' },
    stopping: { level: 'billing_and_export_only', problem: 'account.unpaid' },
    notStopped: { level: 'billing_and_export_only', problem: 'account.unpaid' },
    collectionsStopped: { level: 'billing_and_export_only', problem: 'account.unpaid' },
  },
  // what was paid for and is not applied yet takes nothing away: the higher access stays meanwhile
  provisioning: { ready: open, changing: open, needsHuman: open },
  hold: { clear: open, held: { level: 'billing_and_export_only', problem: 'account.held' } },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Cell>>>>

export interface AccountStates {
  readonly lifecycle: keyof typeof accessTable.lifecycle
  readonly standing: keyof typeof accessTable.standing
  readonly provisioning: keyof typeof accessTable.provisioning
  readonly hold: keyof typeof accessTable.hold
}

/** The lowest of what the regions leave, and which of them it is. Of two that leave the same, the first says why. */
export function accessOf(states: AccountStates): Cell {
  const cells: readonly Cell[] = [
    accessTable.lifecycle[states.lifecycle],
    accessTable.hold[states.hold],
    accessTable.standing[states.standing],
    accessTable.provisioning[states.provisioning],
  ]
  return cells.reduce((least, cell) => (rankOf(cell.level) < rankOf(least.level) ? cell : least))
}

export const rankOf = (level: AccessLevel): number => accessLevels.indexOf(level)

/** Whether a level is enough for a doing. */
export const allows = (level: AccessLevel, doing: Doing): boolean => rankOf(level) >= rankOf(needs[doing])
