/** The sections of the settings, in the order they stand on the page. A new one is one line here. */
import type { MemberRole } from '../../../machines/vocabulary/people.ts'
import { may } from '../../../machines/vocabulary/permissions.ts'
import { ApiKeysSection } from './ApiKeysSection.tsx'
import { PreferencesSection } from './PreferencesSection.tsx'
import { ProfileSection } from './ProfileSection.tsx'
import type { Section } from './section.ts'
import { SessionsSection } from './SessionsSection.tsx'
import { WorkspaceSection } from './WorkspaceSection.tsx'

export const sections: readonly Section[] = [
  { path: 'profile', title: 'Profile', needs: null, component: ProfileSection },
  { path: 'workspace', title: 'Workspace', needs: 'workspace.manage', component: WorkspaceSection },
  { path: 'notifications', title: 'Notifications', needs: null, component: PreferencesSection },
  { path: 'sessions', title: 'Sessions', needs: null, component: SessionsSection },
  { path: 'api-keys', title: 'API keys', needs: 'apiKey.manage', component: ApiKeysSection },
]

/** What a role finds in the list; the others say at their own address whom they are for. */
export const isOpenTo = ({ needs }: Section, role: MemberRole): boolean => needs === null || may(role, needs)

/** The section an address of the portal leads to, with or without something behind it. */
export function sectionAt(path: string): Section | null {
  const [, area, name] = path.split('/')
  return (area === 'settings' && sections.find((section) => section.path === name)) || null
}
