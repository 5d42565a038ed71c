import type { ReactNode } from 'react'

interface TwoColumnsProps {
  left: ReactNode
  right: ReactNode
  /** On a phone, what is right comes first. */
  rightFirst?: boolean
}

/** What is read on the left, what stands beside it on the right; one below the other on a phone. */
export const TwoColumns = ({ left, right, rightFirst }: TwoColumnsProps) => (
  <div className="grid items-start gap-4 tablet:gap-5 desk:grid-cols-[minmax(0,2.5fr)_minmax(0,1fr)]">
    <div className="grid min-w-0 gap-4">{left}</div>
    <div className={`grid min-w-0 gap-4 tablet:gap-5 ${rightFirst ? 'max-desk:order-first' : ''}`}>{right}</div>
  </div>
)
