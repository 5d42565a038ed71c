/** The frame around every page of a member: navigation, unread notices, the way out. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { Outputs } from '../../widget/client/wire.ts'
import { api } from '../data/api.ts'
import { signOut } from '../data/session.ts'
import { may } from '../../machines/vocabulary/permissions.ts'
import { useLive } from '../data/useLive.ts'
import { ShellView } from '../views/ShellView.tsx'
import { dunningOf } from './account.ts'
import { roleName } from './names.ts'
import { sectionAt } from './settings/sections.ts'
import { useAccount } from './useAccount.ts'
import { useTitle } from './useTitle.ts'

type Me = Outputs['session']['me']

export interface InsideProps {
  readonly me: Me
  readonly tenant: Me['tenants'][number]
  /** Where else they are a member. */
  readonly others: readonly Me['tenants'][number][]
  onEnter(tenant: string): void
  readonly children: ReactNode
}

const titles: Readonly<Record<string, string>> = {
  '/': 'Home',
  '/team': 'Team',
  '/billing': 'Billing',
  '/notifications': 'Notifications',
  '/settings': 'Settings',
  '/leave': 'Export or close',
}

function titleAt(path: string): string {
  const section = sectionAt(path)
  return titles[path] ?? (section ? `${section.title} · Settings` : 'Nothing here')
}

export function Inside({ me, tenant, others, onEnter, children }: InsideProps) {
  const [path, go] = useLocation()
  useLive(tenant.id)
  useTitle(titleAt(path), tenant.name)
  const notices = useQuery(api.notification.list.queryOptions({ tenant: tenant.id }))
  const account = useAccount(tenant.id, may(tenant.role, 'billing.read'))
  const owes = account.data !== undefined && dunningOf(account.data) !== null
  const unread = notices.data?.filter(({ readAt }) => readAt === null).length ?? 0
  return (
    <ShellView
      workspace={{ name: tenant.name, planName: tenant.planName }}
      user={{ name: me.name, role: roleName(tenant.role) }}
      nav={[
        { icon: 'home', label: 'Home', href: '/portal/', current: path === '/' },
        { icon: 'team', label: 'Team', href: '/portal/team', current: path === '/team' },
        {
          icon: 'billing',
          label: 'Billing',
          href: '/portal/billing',
          current: path === '/billing',
          ...(owes && { needsYou: true }),
        },
        {
          icon: 'notifications',
          label: 'Notifications',
          href: '/portal/notifications',
          current: path === '/notifications',
          ...(unread > 0 && { count: unread }),
          // a phone has the bell above
          deskOnly: true,
        },
        { icon: 'settings', label: 'Settings', href: '/portal/settings', current: path.startsWith('/settings') },
      ]}
      unread={unread}
      others={others.map(({ id, name }) => ({ name, onEnter: () => onEnter(id) }))}
      onNotifications={() => go('/notifications')}
      onLeave={() => go('/leave')}
      onSignOut={() => void signOut().then(() => go('/sign-in'))}
      onNavigate={(href) => navigate(href, go)}
    >
      {children}
    </ShellView>
  )
}

/** Billing is loaded as a page of its own: only its policy lets the payment provider's card form in. */
function navigate(href: string, go: (path: string) => void) {
  if (href === '/portal/billing') location.assign(href)
  else go(href.replace(/^\/portal/, '') || '/')
}
