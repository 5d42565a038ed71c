import { type ReactNode, useEffect, useRef } from 'react'
import { Glyph } from './Glyph.tsx'

/** A problem in words: what happened, why, and what to do. From the copy catalogue, never from an error's message. */
export interface ProblemText {
  what: string
  why: string
  todo: string
}

export interface ProblemPanelProps {
  problem: ProblemText
  /** The fix and the second way on, when they are not the view's own buttons. */
  children?: ReactNode
}

/**
 * Says a problem. Announced as an alert, and takes the focus when it appears or its words change, so that the next
 * Tab lands on what can be done about it.
 */
export function ProblemPanel({ problem, children }: ProblemPanelProps) {
  const panel = useRef<HTMLDivElement>(null)
  const { what, why, todo } = problem
  useEffect(() => panel.current?.focus(), [what, why, todo])
  return (
    <div className="tn-panel" data-role="problem" role="alert" tabIndex={-1} ref={panel}>
      <Glyph role="problem" />
      <div>
        <b>{what}</b> {why} {todo}
        {children && <div className="tn-panel-actions">{children}</div>}
      </div>
    </div>
  )
}
