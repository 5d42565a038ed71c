import type { ReactNode } from 'react'

export interface PageHeadProps {
  title: string
  /** One line of facts. */
  facts?: ReactNode
  /** Up to two buttons, the primary one last. */
  action?: ReactNode
}

/** What a page is, and what can be done with all of it. */
export function PageHead({ title, facts, action }: PageHeadProps) {
  return (
    <header className="grid gap-4 pb-1 tablet:flex tablet:items-center">
      <div className="min-w-0">
        <h1 className="text-page font-semibold tracking-tight wrap-anywhere">{title}</h1>
        {facts && <p className="mt-1 text-ink-2">{facts}</p>}
      </div>
      {action && <div className="flex gap-2 *:flex-1 tablet:ms-auto tablet:*:flex-none">{action}</div>}
    </header>
  )
}
