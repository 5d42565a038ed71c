import { type ReactNode, useId } from 'react'

export interface CardProps {
  title: string
  /** A quiet figure after the title: "3 of 20". */
  count?: string
  /** One link or small button, right. */
  action?: ReactNode
  /** The body reaches the card's edges: a table, a list with its own lines. */
  flush?: boolean
  children: ReactNode
}

/** A titled surface of a portal page. */
export function Card({ title, count, action, flush, children }: CardProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="rounded-card bg-surface shadow-card">
      <header className="flex min-h-10.5 items-center gap-3 px-4 pt-3.5 tablet:px-5">
        <h2 id={id} className="text-body font-semibold tracking-[-0.008em]">
          {title}
        </h2>
        {count && <span className="text-ui text-ink-3 tabular-nums">{count}</span>}
        {action && <div className="ms-auto">{action}</div>}
      </header>
      <div className={flush ? 'pt-2' : 'p-4 pt-3 tablet:p-5 tablet:pt-4'}>{children}</div>
    </section>
  )
}
