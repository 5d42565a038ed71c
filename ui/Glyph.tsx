/**
 * Who has the ball, as a shape and a colour: the same six shapes in the widget, the portal and the chart.
 * Colour is never alone: beside a glyph there is always a word, so the drawing itself is hidden from readers.
 */

/** What a thing is doing, or who it waits for. `done` is `active` with a tick: over, and well. */
export type Role = 'active' | 'done' | 'person' | 'us' | 'problem' | 'final' | 'idle'

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

const ring = 'M6 1.75a4.25 4.25 0 0 1 0 8.5a4.25 4.25 0 0 1 0-8.5'

/** `fill` is solid, `line` a stroke, `knock` a stroke in the colour behind, `faint` and `turn` the two arcs of work. */
const shapes: Record<Role, readonly (readonly [kind: string, path: string])[]> = {
  active: [['fill', 'M6 2a4 4 0 0 1 0 8a4 4 0 0 1 0-8']],
  done: [
    ['fill', 'M6 1a5 5 0 0 1 0 10a5 5 0 0 1 0-10'],
    ['knock', 'm3.8 6.1 1.6 1.6 2.9-3.2'],
  ],
  person: [
    ['line', ring],
    ['fill', 'M6 1.75a4.25 4.25 0 0 1 0 8.5z'],
  ],
  us: [
    ['faint', ring],
    ['turn', 'M6 1.75a4.25 4.25 0 0 1 4.25 4.25'],
  ],
  problem: [
    ['fill', 'M6 .4 11.6 6 6 11.6.4 6z'],
    ['knock', 'M6 3.4v3M6 8.5v.01'],
  ],
  final: [
    ['line', ring],
    ['fill', 'M6 4.1a1.9 1.9 0 0 1 0 3.8a1.9 1.9 0 0 1 0-3.8'],
  ],
  idle: [['line', ring]],
}
