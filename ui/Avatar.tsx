import { hueOf, initialsOf } from './initials.ts'

export interface AvatarProps {
  name: string
  /** A workspace rather than a person. */
  square?: boolean
}

/** Initials in a disc; the full name always stands beside it. */
export function Avatar({ name, square }: AvatarProps) {
  return (
    <span
      className="tn-avatar"
      data-square={square || undefined}
      data-hue={square ? undefined : hueOf(name)}
      aria-hidden
    >
      {initialsOf(name)}
    </span>
  )
}
