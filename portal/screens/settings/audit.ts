/** The audit log in words. Kinds nobody knows here are said as they are written, so that nothing is hidden. */
import type { Outputs } from '../../../widget/client/wire.ts'
import { isMemberRole, roleName } from '../../views/roles.ts'
import { deviceOf } from './device.ts'
import type { AuditItem } from '../../views/audit/audit-types.ts'

export type Line = Outputs['audit']['list']['entries'][number]
type About = Line['about']

export const toItem = (line: Line): AuditItem => ({
  id: line.id,
  at: new Date(line.at).toISOString(),
  title: titleOf(line),
  by: line.by && {
    name: line.by.name,
    role: isMemberRole(line.by.role) ? roleName(line.by.role) : line.by.role,
    address: line.by.from.address,
    device: deviceOf(line.by.from.agent),
  },
  outcome: outcomes[line.outcome],
  code: line.code,
  left: line.left,
  entered: line.entered,
})

const outcomes: Readonly<Record<Line['outcome'], AuditItem['outcome']>> = {
  done: { word: 'Done', role: 'final' },
  refused: { word: 'Refused', role: 'problem' },
  failed: { word: 'Failed', role: 'problem' },
  begun: { word: 'Broken off', role: 'us' },
}

export function titleOf({ kind, flow, about }: Pick<Line, 'kind' | 'flow' | 'about'>): string {
  const said = calls[kind]
  if (said) return said(about)
  return flow === null
    ? inWords(kind)
    : `${flows[flow] ?? inWords(flow)}: ${eventInWords(kind.replace(`${flow}.`, ''))}`
}

/** What a call asks for: said alike whether it was done or refused. */
const calls: Readonly<Record<string, (about: About) => string>> = {
  'team.changeRole': ({ what, before, after }) =>
    before && after
      ? `Change the role of ${what} from ${roleWord(before)} to ${roleWord(after)}`
      : 'Change the role of somebody',
  'team.remove': ({ what, before }) => `Remove ${before ? what : 'somebody'} from the team`,
  'team.assignLicence': ({ what, after }) => (after ? `Give ${what} the licence ${after}` : 'Give somebody a licence'),
  'team.withdrawLicence': ({ what, before }) =>
    before ? `Take the licence ${before} back from ${what}` : 'Take a licence back from somebody',
  'team.leave': () => 'Leave the team',
  'tenant.createProject': ({ what }) => `Create the project ${quoted(what)}`,
  'tenant.renameProject': ({ what }) => `Rename a project to ${quoted(what)}`,
  'tenant.deleteProject': () => 'Delete a project',
  'tenant.revealApiKey': () => 'Look at the first API key',
  'settings.createApiKey': ({ what }) => `Make the API key ${quoted(what)}`,
  'settings.revokeApiKey': ({ what }) => `Revoke the API key ${quoted(what)}`,
  'settings.saveProfile': () => 'Change their own profile',
  'settings.changePassword': () => 'Change their own password',
  'settings.renameWorkspace': ({ what, before }) =>
    before
      ? `Rename the workspace from ${quoted(before)} to ${quoted(what)}`
      : `Rename the workspace to ${quoted(what)}`,
  'notification.setPreference': ({ what, after }) =>
    after ? `Switch messages about ${what} ${after}` : 'Change what they are told',
  'integration.authorize': () => 'Go to GitHub to connect it',
  'export.download': () => 'Download an export',
  'audit.list': () => 'Read the audit log',
}

const roleWord = (role: string) => (isMemberRole(role) ? roleName(role) : role)
const quoted = (name: string | undefined) => (name ? `“${name}”` : 'without a name')

const flows: Readonly<Record<string, string>> = {
  account: 'Account',
  card: 'New card',
  cleaning: 'Clean-up',
  export: 'Export',
  integration: 'Integration',
  invitation: 'Invitation',
  licensing: 'Licence',
  offboarding: 'Leaving',
  payment: 'Payment',
  provisioning: 'Provisioning',
  removal: 'Removal',
}

/** `xstate.done.actor.send`, `xstate.after.codeLifetime.onboarding.signUp`: how it ended or what ran out. */
const interpreters = /^xstate\.(?<kind>done|error|after)(\.actor)?\.(?<name>[^.]+)/

/** Events of charts are named in their own words already; those of the interpreter are said in ours. */
function eventInWords(type: string): string {
  if (type === 'xstate.init') return 'begun'
  if (type === 'xstate.stop') return 'stopped'
  const { kind, name = '' } = interpreters.exec(type)?.groups ?? {}
  if (kind === 'done') return `${spaced(name)}, done`
  if (kind === 'error') return `${spaced(name)}, failed`
  if (kind === 'after') return `time is up (${spaced(name)})`
  return spaced(type)
}

const spaced = (name: string) =>
  name
    .replaceAll('.', ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
const inWords = (name: string) => {
  const words = spaced(name)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
