import { type ReactNode, useEffect, useRef } from 'react'
import { PageHead } from '../PageHead.tsx'
import { follow } from '../shell-parts.tsx'

export interface SettingsViewProps {
  /** Those that are open to the reader. */
  sections: readonly { title: string; href: string; current: boolean }[]
  /** Takes a plain click, for a router; without it the browser navigates. */
  onNavigate?(href: string): void
  children: ReactNode
}

/** The frame of every section: a list beside it on a desk, a row above it on a phone. */
export function SettingsView({ sections, onNavigate, children }: SettingsViewProps) {
  return (
    <>
      <PageHead title="Settings" />
      <div className="grid grid-cols-1 gap-4 tablet:gap-5 desk:grid-cols-[176px_minmax(0,1fr)] desk:gap-6">
        <nav aria-label="Settings" className="-mx-4 overflow-x-auto px-4 tablet:mx-0 tablet:px-0">
          <ul className="flex gap-1 desk:grid desk:gap-0.5">
            {sections.map((section) => (
              <SectionLink key={section.href} {...section} {...(onNavigate && { onNavigate })} />
            ))}
          </ul>
        </nav>
        <div className="grid min-w-0 content-start gap-4 *:min-w-0 tablet:gap-5">{children}</div>
      </div>
    </>
  )
}

type SectionLinkProps = SettingsViewProps['sections'][number] & Pick<SettingsViewProps, 'onNavigate'>

function SectionLink({ title, href, current, onNavigate }: SectionLinkProps) {
  const link = useRef<HTMLAnchorElement>(null)
  // in a row that is wider than the phone, the open one may stand outside
  useEffect(() => {
    if (current) link.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [current])
  return (
    <li className="flex-none">
      <a
        ref={link}
        href={href}
        aria-current={current ? 'page' : undefined}
        onClick={(event) => follow(event, href, onNavigate)}
        className="flex h-11 items-center rounded-control px-3 text-ui font-medium whitespace-nowrap text-ink-2 hover:bg-hover aria-[current]:bg-selected aria-[current]:text-ink tablet:h-8"
      >
        {title}
      </a>
    </li>
  )
}
