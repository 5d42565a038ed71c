import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ReactNode } from 'react'
import { nav, shell } from '../fixtures.ts'
import { NoPermissionView } from '../NoPermissionView.tsx'
import { ShellView } from '../ShellView.tsx'
import { CreateKeyDialog, RevokeKeyDialog } from './ApiKeyDialogs.tsx'
import { ApiKeysView } from './ApiKeysView.tsx'
import { apiKeys, idle, preferences, profile, sessions, workspace } from './fixtures.ts'
import { PreferencesView } from './PreferencesView.tsx'
import { ProfileView } from './ProfileView.tsx'
import { SessionsView } from './SessionsView.tsx'
import { SettingsView } from './SettingsView.tsx'
import { WorkspaceView } from './WorkspaceView.tsx'

const inSettings = nav.map((item) => ({ ...item, current: item.icon === 'settings' }))
const titles = ['Profile', 'Workspace', 'Notifications', 'Sessions', 'API keys', 'Integrations', 'Audit log']
type Title = (typeof titles)[number]

const meta = {
  title: 'Portal/Settings',
  component: SettingsView,
  render: (args) => (
    <ShellView {...shell} nav={inSettings}>
      <SettingsView {...args} />
    </ShellView>
  ),
} satisfies Meta<typeof SettingsView>
export default meta
type Story = StoryObj<typeof meta>

const nothing = () => undefined
const at = (open: Title, children: ReactNode): Story => ({
  args: {
    sections: titles.map((title) => ({ title, href: `/portal/settings/${title}`, current: title === open })),
    children,
  },
})
const waiting = { state: 'waiting' } as const
const problem = { state: 'problem', problem: 'offline', busy: false, onRetry: nothing } as const

export const Profile = at('Profile', <ProfileView state="ready" {...profile} />)
export const ProfileSaved = at('Profile', <ProfileView state="ready" {...profile} saving={{ ...idle, saved: true }} />)
export const ProfileNameMissing = at(
  'Profile',
  <ProfileView state="ready" {...profile} saving={{ ...idle, problem: 'profile.name.missing' }} />,
)
export const PasswordWrong = at(
  'Profile',
  <ProfileView state="ready" {...profile} password={{ ...profile.password, problem: 'password.wrong' }} />,
)
export const PasswordWeak = at(
  'Profile',
  <ProfileView state="ready" {...profile} password={{ ...profile.password, problem: 'profile.password.weak' }} />,
)
export const PasswordTooManyTries = at(
  'Profile',
  <ProfileView state="ready" {...profile} password={{ ...profile.password, problem: 'rate.limited' }} />,
)
export const PasswordChanging = at(
  'Profile',
  <ProfileView state="ready" {...profile} password={{ ...profile.password, busy: true }} />,
)
export const PasswordChanged = at(
  'Profile',
  <ProfileView state="ready" {...profile} password={{ ...profile.password, done: 'changed' }} />,
)
export const PasswordUnderWay = at(
  'Profile',
  <ProfileView state="ready" {...profile} password={{ ...profile.password, done: 'under way' }} />,
)
export const ProfileWaiting = at('Profile', <ProfileView {...waiting} />)
export const ProfileProblem = at('Profile', <ProfileView {...problem} />)

export const Workspace = at('Workspace', <WorkspaceView state="ready" {...workspace} />)
export const WorkspaceConflict = at(
  'Workspace',
  <WorkspaceView state="ready" {...workspace} saving={{ ...idle, problem: 'conflict' }} />,
)
export const WorkspaceClosedToChanges = at(
  'Workspace',
  <WorkspaceView state="ready" {...workspace} mayClose={false} saving={{ ...idle, problem: 'account.unpaid' }} />,
)
export const WorkspaceWaiting = at('Workspace', <WorkspaceView {...waiting} />)
export const WorkspaceProblem = at('Workspace', <WorkspaceView {...problem} />)

export const Preferences = at('Notifications', <PreferencesView state="ready" {...preferences} />)
export const PreferencesSaving = at(
  'Notifications',
  <PreferencesView state="ready" {...preferences} action={{ busy: true, problem: null }} />,
)
export const PreferencesNotSaved = at(
  'Notifications',
  <PreferencesView state="ready" {...preferences} action={{ busy: false, problem: 'offline' }} />,
)
export const PreferencesWaiting = at('Notifications', <PreferencesView {...waiting} />)
export const PreferencesProblem = at('Notifications', <PreferencesView {...problem} />)

export const Sessions = at('Sessions', <SessionsView state="ready" {...sessions} />)
export const OneSession = at(
  'Sessions',
  <SessionsView state="ready" {...sessions} sessions={sessions.sessions.slice(0, 1)} />,
)
export const SessionGone = at(
  'Sessions',
  <SessionsView state="ready" {...sessions} action={{ busy: false, problem: 'session.gone' }} />,
)
export const SessionsWaiting = at('Sessions', <SessionsView {...waiting} />)
export const SessionsProblem = at('Sessions', <SessionsView {...problem} />)

export const ApiKeys = at('API keys', <ApiKeysView state="ready" {...apiKeys} />)
export const ApiKeysEmpty = at('API keys', <ApiKeysView state="ready" {...apiKeys} keys={[]} />)
export const ApiKeysAllInUse = at('API keys', <ApiKeysView state="ready" {...apiKeys} most={3} />)
export const ApiKeysStale = at('API keys', <ApiKeysView state="ready" {...apiKeys} stale="offline" />)
export const ApiKeysWaiting = at('API keys', <ApiKeysView {...waiting} />)
export const ApiKeysProblem = at('API keys', <ApiKeysView {...problem} />)

const dialog = { busy: false, problem: null, onClose: nothing }
const overKeys = (open: ReactNode) =>
  at(
    'API keys',
    <>
      <ApiKeysView state="ready" {...apiKeys} />
      {open}
    </>,
  )
export const CreateKey = overKeys(<CreateKeyDialog {...dialog} onCreate={nothing} />)
export const CreateKeyUnnamed = overKeys(
  <CreateKeyDialog {...dialog} problem="apiKey.name.missing" onCreate={nothing} />,
)
export const CreateKeyLimit = overKeys(<CreateKeyDialog {...dialog} problem="apiKey.limit" onCreate={nothing} />)
export const RevokeKey = overKeys(<RevokeKeyDialog {...dialog} apiKey={apiKeys.keys[0]!} onConfirm={nothing} />)
export const RevokeKeyGone = overKeys(
  <RevokeKeyDialog {...dialog} problem="apiKey.gone" apiKey={apiKeys.keys[0]!} onConfirm={nothing} />,
)

export const NoPermission = at('Audit log', <NoPermissionView what="Audit log" who="Owners and admins" />)
