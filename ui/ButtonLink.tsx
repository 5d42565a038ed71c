import type { ReactNode } from 'react'

export interface ButtonLinkProps {
  href: string
  kind?: 'primary' | 'outline' | 'quiet'
  /** Keeps this page open beside the new one. */
  newTab?: boolean
  children: ReactNode
}

/** A link that is the way on, drawn as a button. Leaves the frame: the place it leads to is a page, not a step. */
export function ButtonLink({ href, kind = 'primary', newTab, children }: ButtonLinkProps) {
  return (
    <a className="tn-button" data-kind={kind} href={href} target={newTab ? '_blank' : '_top'} rel="noopener">
      {children}
    </a>
  )
}
