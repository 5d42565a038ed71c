import type { ReactNode } from 'react'

export interface EmptyStateProps {
  title: string
  /** Why it is good to have what will be here. */
  children: ReactNode
  actions?: ReactNode
  /** It is the whole page, and there is nothing to add here: a gap in the path instead of a plus. */
  gap?: boolean
}

/** Nothing here yet: what will be, drawn in the chart's own notation, and one action. */
export function EmptyState({ title, children, actions, gap }: EmptyStateProps) {
  const Heading = gap ? 'h1' : 'h2'
  return (
    <section className="grid justify-items-center gap-1 rounded-card bg-surface px-6 pt-7 pb-10 text-center shadow-card">
      <Path gap={gap} />
      <Heading className="text-title font-semibold tracking-tight">{title}</Heading>
      <div className="max-w-[44ch] text-ink-2 text-pretty">{children}</div>
      {actions && <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div>}
    </section>
  )
}

function Path({ gap }: { gap?: boolean }) {
  return (
    <svg
      className="mb-3 text-line-control rtl:-scale-x-100"
      width="132"
      height="40"
      viewBox="0 0 132 40"
      fill="none"
      aria-hidden
    >
      <g stroke="var(--tn-accent)" strokeWidth="2" strokeLinecap="round">
        <circle cx="8" cy="20" r="5" fill="var(--tn-accent)" />
        <path d={gap ? 'M16 20h28' : 'M16 20h28M68 14v12M62 20h12'} />
      </g>
      <g stroke="currentColor" strokeWidth="1.5">
        <rect x="45" y="5" width="46" height="30" rx="8" strokeDasharray="4 4" />
        <path d="M92 20h20" strokeDasharray="3 4" />
        <circle cx="122" cy="20" r="8" />
        <circle cx="122" cy="20" r="2.75" fill="currentColor" />
      </g>
    </svg>
  )
}
