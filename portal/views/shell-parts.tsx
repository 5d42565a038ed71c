/** What the sidebar of a desk and the bars of a phone have in common. */
import { ArrowLeftRight, Bell, DoorOpen, LogOut } from 'lucide-react'
import type { MouseEvent, ReactNode } from 'react'
import { Glyph } from '../../ui/Glyph.tsx'
import { Menu } from '../../ui/Menu.tsx'
import type { NavIcon } from './nav-icons.ts'

export interface NavItem {
  icon: NavIcon
  label: string
  href: string
  current: boolean
  /** A quiet figure: how many there are. */
  count?: number
  /** Something there waits on this person. */
  needsYou?: boolean
  /** Reached in another way on a phone, whose tabs have no room for it. */
  deskOnly?: boolean
}

export interface ShellViewProps {
  workspace: { name: string; planName: string }
  /** On phones they are the tabs: up to four that are not `deskOnly`. */
  nav: readonly NavItem[]
  user: { name: string; role: string }
  unread: number
  /** Workspaces this person may go to from here. */
  others?: readonly { name: string; onEnter(): void }[]
  onNotifications(): void
  onSignOut(): void
  /** Opens what takes data out and closes the workspace; without it nobody is offered it. */
  onLeave?(): void
  /** Takes a plain click on a navigation link, for a router; without it the browser navigates. */
  onNavigate?(href: string): void
  children: ReactNode
}

/** Says that something behind a link waits on this person. */
export function NeedsYou({ className }: { className: string }) {
  return (
    <span className={className} title="Needs you">
      <Glyph role="problem" size={12} />
      <span className="tn-hidden">needs you</span>
    </span>
  )
}

/** Opens the notifications; says how many are new. */
export function NotificationBell({ unread, onNotifications }: Pick<ShellViewProps, 'unread' | 'onNotifications'>) {
  return (
    <button
      type="button"
      onClick={onNotifications}
      aria-label={unread === 0 ? 'Notifications' : `Notifications, ${unread} unread`}
      className="relative grid size-11 flex-none place-items-center rounded-control text-ink-2 hover:bg-hover tablet:size-8"
    >
      <Bell size={16} strokeWidth={1.75} aria-hidden />
      {unread > 0 && (
        <span
          aria-hidden
          className="absolute end-1 top-1 h-4 min-w-4 rounded-full bg-accent px-1 text-center text-[10px] leading-4 font-semibold text-on-accent tabular-nums tablet:-end-1 tablet:-top-1"
        >
          {unread > 9 ? '9+' : unread}
        </span>
      )}
    </button>
  )
}

/** Who is signed in, where else they work, and the way out. */
export function UserMenu({
  others = [],
  onSignOut,
  onLeave,
  children,
}: Pick<ShellViewProps, 'others' | 'onSignOut' | 'onLeave' | 'children'>) {
  return (
    <Menu
      align="start"
      trigger={children}
      items={[
        ...others.map(({ name, onEnter }) => ({
          label: `Go to ${name}`,
          icon: <ArrowLeftRight size={16} strokeWidth={1.75} aria-hidden />,
          onSelect: onEnter,
        })),
        ...(onLeave
          ? [
              {
                label: 'Export or close',
                icon: <DoorOpen size={16} strokeWidth={1.75} aria-hidden />,
                onSelect: onLeave,
              },
            ]
          : []),
        { label: 'Sign out', icon: <LogOut size={16} strokeWidth={1.75} aria-hidden />, onSelect: onSignOut },
      ]}
    />
  )
}

/** A name and what it is, both cut to one line. */
export function TwoLines({ top, below }: { top: string; below: string }) {
  return (
    <span className="grid min-w-0 flex-1">
      <span className="truncate text-ui leading-4 font-semibold">{top}</span>
      <span className="truncate text-small text-ink-3">{below}</span>
    </span>
  )
}

/** A plain click goes to the router; a new tab, a new window or a download stays the browser's. */
export function follow(event: MouseEvent, href: string, onNavigate?: (href: string) => void) {
  if (!onNavigate || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  onNavigate(href)
}
