import type { ButtonHTMLAttributes } from 'react'
import { Glyph } from './Glyph.tsx'

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  /** One primary per view; a problem's fix takes it. */
  kind?: 'primary' | 'outline' | 'quiet' | 'danger'
  /** Work is under way: a turning arc shows, presses are ignored. */
  busy?: boolean
  /** For a row of a table or a list. Still a full target on phones. */
  small?: boolean
  /** Not possible now; stays focusable, so that a reader can find out that it exists. */
  off?: boolean
}

/**
 * A button whose text names the result. Being busy or off is said with `aria-disabled`, never `disabled`:
 * a disabled button drops the focus it holds, and the person's place with it.
 */
export function Button({
  kind = 'primary',
  busy,
  off,
  small,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const idle = !busy && !off
  return (
    <button
      className="tn-button"
      data-kind={kind}
      data-busy={busy || undefined}
      data-small={small || undefined}
      aria-disabled={!idle || undefined}
      type={type}
      {...rest}
      onClick={(event) => {
        if (idle) onClick?.(event)
        else event.preventDefault()
      }}
    >
      {busy && <Glyph role="us" />}
      {children}
    </button>
  )
}
