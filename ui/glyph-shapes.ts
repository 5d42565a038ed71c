/** The six shapes of who has the ball, on a 12 px grid: drawn in pages by Glyph.tsx and in exported pictures. */

/** What a thing is doing, or who it waits for. `done` is `active` with a tick: over, and well. */
export type Role = 'active' | 'done' | 'person' | 'us' | 'problem' | 'final' | 'idle'

const ring = 'M6 1.75a4.25 4.25 0 0 1 0 8.5a4.25 4.25 0 0 1 0-8.5'

/** `fill` is solid, `line` a stroke, `knock` a stroke in the colour behind, `faint` and `turn` the two arcs of work. */
export const shapes: Record<Role, readonly (readonly [kind: string, path: string])[]> = {
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
