import { Avatar } from '../../ui/Avatar.tsx'
import { navIcons } from './nav-icons.ts'
import { Sidebar } from './Sidebar.tsx'
import { follow, NeedsYou, NotificationBell, type ShellViewProps, TwoLines, UserMenu } from './shell-parts.tsx'

export type { NavItem, ShellViewProps } from './shell-parts.tsx'

/** The frame of every page inside: where you are, who you are, what is new. */
export function ShellView(props: ShellViewProps) {
  return (
    <div className="tenure-portal min-h-dvh bg-canvas pb-16 tablet:grid tablet:grid-cols-[var(--tn-sidebar)_minmax(0,1fr)] tablet:pb-0">
      <a
        href="#content"
        className="tn-button not-focus:sr-only focus:fixed focus:start-2 focus:top-2 focus:z-40"
        data-kind="primary"
      >
        Skip to content
      </a>
      <Sidebar {...props} />
      <TopBar {...props} />
      <main id="content" tabIndex={-1} className="min-w-0 tablet:border-s tablet:border-line">
        <div className="mx-auto grid max-w-[calc(var(--tn-content)+48px)] gap-4 px-4 pt-5 pb-8 *:min-w-0 tablet:gap-5 tablet:px-6 tablet:pt-7 tablet:pb-12">
          {props.children}
        </div>
      </main>
      <Tabs {...props} />
    </div>
  )
}

function TopBar(props: ShellViewProps) {
  const { workspace, user } = props
  return (
    <header className="sticky top-0 z-10 flex items-center gap-2 border-b border-line bg-surface py-1.5 ps-4 pe-2 tablet:hidden">
      <Avatar name={workspace.name} square />
      <TwoLines top={workspace.name} below={`${workspace.planName} plan`} />
      <NotificationBell unread={props.unread} onNotifications={props.onNotifications} />
      <UserMenu others={props.others} onSignOut={props.onSignOut} {...(props.onLeave && { onLeave: props.onLeave })}>
        <button type="button" className="grid size-11 place-items-center">
          <span className="tn-hidden">{user.name}, account</span>
          <Avatar name={user.name} />
        </button>
      </UserMenu>
    </header>
  )
}

function Tabs({ nav, onNavigate }: ShellViewProps) {
  return (
    <nav
      aria-label="Sections"
      className="fixed inset-x-0 bottom-0 z-10 grid auto-cols-fr grid-flow-col border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] tablet:hidden"
    >
      {nav
        .filter(({ deskOnly }) => !deskOnly)
        .map((item) => {
          const Picture = navIcons[item.icon]
          return (
            <a
              key={item.href}
              href={item.href}
              aria-current={item.current ? 'page' : undefined}
              onClick={(event) => follow(event, item.href, onNavigate)}
              className="relative grid justify-items-center gap-0.5 pt-2.5 pb-2 text-micro font-medium text-ink-3 aria-[current]:text-accent-ink"
            >
              <Picture size={20} strokeWidth={1.75} aria-hidden />
              {item.label}
              {item.needsYou && <NeedsYou className="absolute top-2 start-[calc(50%+7px)]" />}
            </a>
          )
        })}
    </nav>
  )
}
