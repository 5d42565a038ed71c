/** What the stories of the settings show. */
import { channelsOf, isOptional, noticeClasses } from '../../../machines/vocabulary/notices.ts'
import { nowMs } from '../fixtures.ts'
import type { ApiKeysProps } from './ApiKeysView.tsx'
import type { PreferencesProps } from './PreferencesView.tsx'
import type { ProfileProps } from './ProfileView.tsx'
import type { SessionsProps } from './SessionsView.tsx'
import type { Saving } from './settings-types.ts'
import type { WorkspaceProps } from './WorkspaceView.tsx'

const nothing = () => undefined
export const idle: Saving = { busy: false, problem: null, saved: false }

export const profile: ProfileProps = {
  profile: { name: 'Mara Lindqvist', email: 'mara@fernhill.studio', occupation: 'designer' },
  saving: idle,
  password: { busy: false, problem: null, done: null, round: 0, onChange: nothing },
  onSave: nothing,
}

export const workspace: WorkspaceProps = {
  name: 'Fernhill Studio',
  slug: 'fernhill-studio',
  version: 1,
  saving: idle,
  mayClose: true,
  onSave: nothing,
}

export const preferences: PreferencesProps = {
  rows: noticeClasses.map((one) => ({
    class: one,
    mandatory: !isOptional(one),
    channels: channelsOf[one].map((channel) => ({ channel, wanted: one !== 'product' || channel === 'app' })),
  })),
  action: { busy: false, problem: null },
  onSet: nothing,
}

export const sessions: SessionsProps = {
  sessions: [
    {
      name: 's1',
      device: 'Firefox on Mac',
      beganAt: '2026-11-16T08:55:00',
      seenAt: '2026-11-20T10:00:00',
      isThis: true,
    },
    {
      name: 's2',
      device: 'Safari on iPhone',
      beganAt: '2026-11-18T19:12:00',
      seenAt: '2026-11-20T07:40:00',
      isThis: false,
    },
    {
      name: 's3',
      device: 'An unknown device',
      beganAt: '2026-11-19T03:01:00',
      seenAt: '2026-11-19T03:01:00',
      isThis: false,
    },
  ],
  action: { busy: false, problem: null },
  nowMs,
  onEnd: nothing,
  onEndOthers: nothing,
}

export const apiKeys: ApiKeysProps = {
  keys: [
    {
      id: 'k3',
      name: 'Build server',
      prefix: 'tn_live_Qm7r',
      maker: 'Jonas Abara',
      createdAt: '2026-11-19T16:12:00',
      usedAt: '2026-11-20T10:31:00',
    },
    {
      id: 'k2',
      name: 'Nightly import of the whole catalogue into the warehouse',
      prefix: 'tn_live_9xZv',
      maker: 'Mara Lindqvist',
      createdAt: '2026-05-02T14:00:00',
      usedAt: null,
    },
    {
      id: 'k1',
      name: 'First key',
      prefix: 'tn_live_4fK2',
      maker: null,
      createdAt: '2026-03-12T09:01:00',
      usedAt: '2026-11-19T23:59:00',
    },
  ],
  most: 20,
  nowMs,
  onCreate: nothing,
  onRevoke: nothing,
}
