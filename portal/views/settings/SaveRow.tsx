import type { ReactNode } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Glyph } from '../../../ui/Glyph.tsx'

export interface SaveRowProps {
  busy: boolean
  /** What has just been done, in a sentence; null before, and after the next change. */
  saved: string | null
  /** What the button does. */
  children: ReactNode
}

/** The button of a form in the settings, and what became of it. Read out, because nothing else on the page moves. */
export function SaveRow({ busy, saved, children }: SaveRowProps) {
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button type="submit" busy={busy}>
        {children}
      </Button>
      <p role="status" className="flex items-center gap-2 text-ui text-ink-2">
        {saved && !busy && (
          <>
            <Glyph role="done" size={12} />
            {saved}
          </>
        )}
      </p>
    </div>
  )
}
