import { Avatar } from '../../ui/Avatar.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { navIcons } from './nav-icons.ts'
import {
  follow,
  type NavItem,
  NeedsYou,
  NotificationBell,
  type ShellViewProps,
  TwoLines,
  UserMenu,
} from './shell-parts.tsx'

/** The whole navigation of a desk. */
export function Sidebar(props: ShellViewProps) {
  const { workspace, nav, user, onNavigate } = props
  return (
    <aside aria-label="Workspace" className="sticky top-0 hidden h-dvh flex-col gap-1 p-3 tablet:flex">
      <div className="flex items-center gap-2.5 py-2 ps-2">
        <Avatar name={workspace.name} square />
        <TwoLines top={workspace.name} below={`${workspace.planName} plan`} />
        <NotificationBell unread={props.unread} onNotifications={props.onNotifications} />
      </div>
      <nav aria-label="Sections" className="mt-3 grid gap-0.5">
        {nav.map((item) => (
          <SideLink key={item.href} item={item} onNavigate={onNavigate} />
        ))}
      </nav>
      <div className="mt-auto">
        <UserMenu others={props.others} onSignOut={props.onSignOut} {...(props.onLeave && { onLeave: props.onLeave })}>
          <button type="button" className="flex w-full items-center gap-2.5 rounded-[10px] p-2 hover:bg-hover">
            <Avatar name={user.name} />
            <TwoLines top={user.name} below={user.role} />
          </button>
        </UserMenu>
      </div>
      <p className="mt-1 flex items-center gap-1.5 border-t border-line px-2.5 pt-2 pb-1 text-small font-medium text-ink-3">
        <Mark /> Tenure
      </p>
    </aside>
  )
}

function SideLink({ item, onNavigate }: { item: NavItem; onNavigate?(href: string): void }) {
  const Picture = navIcons[item.icon]
  return (
    <a
      href={item.href}
      aria-current={item.current ? 'page' : undefined}
      onClick={(event) => follow(event, item.href, onNavigate)}
      className="flex h-8 items-center gap-2.5 rounded-control px-2.5 text-ui font-medium text-ink-2 hover:bg-hover aria-[current]:bg-selected aria-[current]:text-ink"
    >
      <Picture size={16} strokeWidth={1.75} aria-hidden />
      {item.label}
      {item.needsYou && <NeedsYou className="ms-auto" />}
      {item.count !== undefined && !item.needsYou && (
        <span className="ms-auto text-small font-normal text-ink-3 tabular-nums">{item.count}</span>
      )}
    </a>
  )
}
