/** The frame of the console: a rail of places, a bar that says where one is, and the page. */
import { LogOut, Workflow } from 'lucide-react'
import type { ReactNode } from 'react'
import { Avatar } from '../../../ui/Avatar.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { follow } from '../../views/shell-parts.tsx'

export interface ConsoleShellProps {
  operator: { name: string; email: string }
  /** What the page is about. */
  title: ReactNode
  /** What it is narrowed to, and how to get elsewhere; below the title on a phone. */
  tools: ReactNode
  /** Said over the page, which stays as it is. */
  notice?: ReactNode
  onNavigate(href: string): void
  onSignOut(): void
  children: ReactNode
}

const HOME = '/operator/flows'

export function ConsoleShell({ operator, title, tools, notice, onNavigate, onSignOut, children }: ConsoleShellProps) {
  return (
    <div className="tenure-portal grid min-h-dvh grid-cols-1 grid-rows-[auto_minmax(0,1fr)] bg-canvas tablet:h-dvh tablet:grid-cols-[var(--tn-rail)_minmax(0,1fr)] tablet:grid-rows-[var(--tn-bar)_minmax(0,1fr)]">
      <a
        href="#content"
        className="tn-button not-focus:sr-only focus:fixed focus:start-2 focus:top-2 focus:z-40"
        data-kind="primary"
      >
        Skip to content
      </a>
      <nav
        aria-label="Console"
        className="row-span-2 hidden flex-col items-center gap-1 border-e border-line py-3 tablet:flex"
      >
        <span className="mb-3 grid size-9 place-items-center text-accent">
          <Mark size={22} />
        </span>
        <RailLink href={HOME} label="Flow map" onNavigate={onNavigate}>
          <Workflow size={18} strokeWidth={1.75} aria-hidden />
        </RailLink>
        <span className="mt-auto">
          <OperatorMenu operator={operator} onSignOut={onSignOut} />
        </span>
      </nav>
      <header className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-surface px-4 py-2 tablet:px-5">
        <a
          href={HOME}
          className="grid size-9 place-items-center text-accent tablet:hidden"
          onClick={(event) => follow(event, HOME, onNavigate)}
        >
          <span className="tn-hidden">Flow map</span>
          <Mark size={20} />
        </a>
        <div className="flex min-w-0 flex-1 items-center gap-3">{title}</div>
        <span className="tablet:hidden">
          <OperatorMenu operator={operator} onSignOut={onSignOut} />
        </span>
        <div className="flex w-full flex-wrap items-center gap-2 tablet:w-auto tablet:flex-nowrap">{tools}</div>
      </header>
      <main id="content" tabIndex={-1} className="relative min-h-0 min-w-0">
        {notice && (
          <div className="absolute inset-x-4 top-3 z-10 mx-auto max-w-[560px] rounded-control shadow-pop">{notice}</div>
        )}
        {children}
      </main>
    </div>
  )
}

interface RailLinkProps {
  href: string
  label: string
  onNavigate(href: string): void
  children: ReactNode
}

const RailLink = ({ href, label, onNavigate, children }: RailLinkProps) => (
  <a
    href={href}
    title={label}
    aria-label={label}
    onClick={(event) => follow(event, href, onNavigate)}
    className="grid size-9 place-items-center rounded-control bg-selected text-ink hover:bg-hover"
  >
    {children}
  </a>
)

function OperatorMenu({ operator, onSignOut }: Pick<ConsoleShellProps, 'operator' | 'onSignOut'>) {
  return (
    <Menu
      align="start"
      trigger={
        <button type="button" className="grid size-11 place-items-center rounded-control hover:bg-hover tablet:size-9">
          <span className="tn-hidden">{operator.name}, account</span>
          <Avatar name={operator.name} />
        </button>
      }
      items={[
        {
          label: 'Sign out',
          icon: <LogOut size={16} strokeWidth={1.75} aria-hidden />,
          onSelect: onSignOut,
        },
      ]}
    />
  )
}
