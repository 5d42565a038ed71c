/**
 * Who has the ball, as a shape and a colour: the same six shapes in the widget, the portal and the chart.
 * Colour is never alone: beside a glyph there is always a word, so the drawing itself is hidden from readers.
 */
import { type Role, shapes } from './glyph-shapes.ts'

export type { Role }

export interface GlyphProps {
  role: Role
  /** Edge length in px. 10 in a chip, 14 in a list. */
  size?: number
}

/** Draws one role glyph on a 12 px grid. How each kind of stroke looks stands in base.css, which costs no script. */
export function Glyph({ role, size = 14 }: GlyphProps) {
  return (
    <svg className="tn-glyph" data-role={role} width={size} height={size} viewBox="0 0 12 12" aria-hidden>
      {shapes[role].map(([kind, path]) => (
        <path key={kind} className={`tn-g-${kind}`} d={path} />
      ))}
    </svg>
  )
}
