import { type RefObject, useLayoutEffect, useRef } from 'react'

/** What the step that just left the page hands to the one that takes its place. */
let handover: { step: number } | null = null

/**
 * Moves the focus from a leaving step to the title of the next one, and says which way the flow went, for the slide.
 * Put the refs on the step's shell and title.
 *
 * Only if the focus was inside the step that left: a first paint, or a frame in a page whose reader is elsewhere,
 * never pulls the focus away from where the person is.
 */
export function useHandover(step: number): {
  shell: RefObject<HTMLElement | null>
  title: RefObject<HTMLHeadingElement | null>
} {
  const shell = useRef<HTMLElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    const here = shell.current
    if (handover) {
      title.current?.focus({ preventScroll: true })
      if (here && handover.step !== step) here.dataset.travel = handover.step > step ? 'back' : 'on'
      handover = null
    }
    return () => {
      if (document.hasFocus() && here?.contains(document.activeElement)) handover = { step }
    }
  }, [step])
  return { shell, title }
}
