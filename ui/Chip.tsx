import type { ReactNode } from 'react'
import { Glyph, type Role } from './Glyph.tsx'

/** A state as glyph and word. Without a role it is a plain label. */
export function Chip({ role, children }: { role?: Role; children: ReactNode }) {
  return (
    <span className="tn-chip" data-role={role}>
      {role && <Glyph role={role} size={10} />}
      {children}
    </span>
  )
}
