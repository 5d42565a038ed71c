/** The frame around every page of a member: navigation, unread notices, the way out. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { Outputs } from '../../widget/client/wire.ts'
import { api } from '../data/api.ts'
import { signOut } from '../data/session.ts'
import { useLive } from '../data/useLive.ts'
import { ShellView } from '../views/ShellView.tsx'
import { roleName } from './names.ts'
import { useTitle } from './useTitle.ts'

type Me = Outputs['session']['me']

export interface InsideProps {
  readonly me: Me
  readonly tenant: Me['tenants'][number]
  readonly children: ReactNode
}

const titles: Readonly<Record<string, string>> = {
  '/': 'Home',
  '/notifications': 'Notifications',
  '/leave': 'Export or close',
}

export function Inside({ me, tenant, children }: InsideProps) {
  const [path, go] = useLocation()
  useLive(tenant.id)
  useTitle(titles[path] ?? 'Nothing here', tenant.name)
  const notices = useQuery(api.notification.list.queryOptions({ tenant: tenant.id }))
  const unread = notices.data?.filter(({ readAt }) => readAt === null).length ?? 0
  return (
    <ShellView
      workspace={{ name: tenant.name, planName: tenant.planName }}
      user={{ name: me.name, role: roleName(tenant.role) }}
      nav={[
        { icon: 'home', label: 'Home', href: '/portal/', current: path === '/' },
        {
          icon: 'notifications',
          label: 'Notifications',
          href: '/portal/notifications',
          current: path === '/notifications',
          ...(unread > 0 && { count: unread }),
        },
      ]}
      unread={unread}
      onNotifications={() => go('/notifications')}
      onLeave={() => go('/leave')}
      onSignOut={() => void signOut().then(() => go('/sign-in'))}
      onNavigate={(href) => go(href.replace(/^\/portal/, '') || '/')}
    >
      {children}
    </ShellView>
  )
}
