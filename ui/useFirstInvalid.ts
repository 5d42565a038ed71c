import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * Moves the focus to a form's first wrong field, where its error is read with it. Put the ref on the form. `wrong` names
 * what is wrong; empty when nothing is, so that the same mistake made again moves the focus again.
 */
export function useFirstInvalid(wrong: string): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null)
  // before the words are painted: whoever reads them types where they are about
  useLayoutEffect(() => {
    if (wrong) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [wrong])
  return form
}
