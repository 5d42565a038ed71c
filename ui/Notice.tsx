import type { ReactNode } from 'react'

export interface NoticeProps {
  /** Whose turn it is, which is also the panel's colour. */
  role: 'us' | 'person' | 'active'
  /** The fact, in bold. */
  title: string
  /** What happens next, and when. */
  children: ReactNode
}

/** A fact worth stopping for that is not a problem. Not announced: it may hold a countdown. */
export function Notice({ role, title, children }: NoticeProps) {
  return (
    <div className="tn-panel" data-role={role}>
      <div>
        <b>{title}</b> {children}
      </div>
    </div>
  )
}
