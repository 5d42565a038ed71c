/**
 * The few line icons the widget needs, hand-picked from lucide (ISC licence) as bare paths: the icon package itself
 * would cost more than the step it decorates. Each path is its own export so that a bundle keeps only what it draws.
 */

export interface IconProps {
  /** One of the paths below, on lucide's 24 px grid. */
  path: string
  size?: number
  /** Points along the reading direction, so it is mirrored in right-to-left text. */
  flip?: boolean
}

/** Draws a path as a lucide-like line icon, hidden from readers: the word is beside it. */
export function Icon({ path, size = 16, flip }: IconProps) {
  return (
    <svg className={flip ? 'tn-icon tn-flip' : 'tn-icon'} width={size} height={size} viewBox="0 0 24 24" aria-hidden>
      <path d={path} />
    </svg>
  )
}

export const arrowOn = 'M5 12h14m-7-7 7 7-7 7'
export const eye =
  'M2.06 12.35a1 1 0 0 1 0-.7 10.75 10.75 0 0 1 19.88 0 1 1 0 0 1 0 .7 10.75 10.75 0 0 1-19.88 0M15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0'
export const eyeOff = `${eye}M3 3l18 18`
