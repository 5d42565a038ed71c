import type { ReactNode } from 'react'

export interface LinkButtonProps {
  /** Not possible now, for example while a countdown runs. */
  off?: boolean
  onClick(): void
  children: ReactNode
}

/** A way around: looks like a link, acts like a button. */
export function LinkButton({ off, onClick, children }: LinkButtonProps) {
  return (
    <button
      type="button"
      className="tn-link"
      aria-disabled={off || undefined}
      onClick={() => {
        if (!off) onClick()
      }}
    >
      {children}
    </button>
  )
}
