/** The sections of the settings, in the order they stand on the page. A new one is one line here. */
import type { MemberRole } from '../../../machines/vocabulary/people.ts'
import { may } from '../../../machines/vocabulary/permissions.ts'
import { piece } from '../../data/piece.tsx'
import type { Section } from './section.ts'

export const sections: readonly Section[] = [
  {
    path: 'profile',
    title: 'Profile',
    needs: null,
    component: piece(async () => (await import('./ProfileSection.tsx')).ProfileSection),
  },
  {
    path: 'workspace',
    title: 'Workspace',
    needs: 'workspace.manage',
    component: piece(async () => (await import('./WorkspaceSection.tsx')).WorkspaceSection),
  },
  {
    path: 'notifications',
    title: 'Notifications',
    needs: null,
    component: piece(async () => (await import('./PreferencesSection.tsx')).PreferencesSection),
  },
  {
    path: 'sessions',
    title: 'Sessions',
    needs: null,
    component: piece(async () => (await import('./SessionsSection.tsx')).SessionsSection),
  },
  {
    path: 'api-keys',
    title: 'API keys',
    needs: 'apiKey.manage',
    component: piece(async () => (await import('./ApiKeysSection.tsx')).ApiKeysSection),
  },
  {
    path: 'integrations',
    title: 'Integrations',
    needs: 'workspace.manage',
    component: piece(async () => (await import('./IntegrationsSection.tsx')).IntegrationsSection),
  },
  {
    path: 'audit',
    title: 'Audit log',
    needs: 'audit.read',
    component: piece(async () => (await import('./AuditSection.tsx')).AuditSection),
  },
]

/** What a role finds in the list; the others say at their own address whom they are for. */
export const isOpenTo = ({ needs }: Section, role: MemberRole): boolean => needs === null || may(role, needs)

/** The section an address of the portal leads to, with or without something behind it. */
export function sectionAt(path: string): Section | null {
  const [, area, name] = path.split('/')
  return (area === 'settings' && sections.find((section) => section.path === name)) || null
}
