import { type RefObject, useEffect, useEffectEvent } from 'react'
import { type View, zoomed } from './view.ts'

interface Spot {
  readonly x: number
  readonly y: number
}

/** Less than this is a press, not a drag. In px. */
const dragFrom = 4

/**
 * Moves a view by dragging, by two fingers, by wheel and trackpad (with Ctrl, or pinched: nearer and farther).
 * `onMove` answers whether there was anything to move; if not, the wheel goes on to the page.
 */
export function useGestures(canvas: RefObject<HTMLElement | null>, view: View, onMove: (view: View) => boolean): void {
  const drag = useEffectEvent((was: Spot, now: Spot) =>
    onMove({ ...view, x: view.x + now.x - was.x, y: view.y + now.y - was.y }),
  )
  const pinch = useEffectEvent((was: Spot, now: Spot, other: Spot) => {
    const by = distance(now, other) / (distance(was, other) || 1)
    return onMove(zoomed(view, by, { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 }))
  })
  const turn = useEffectEvent(({ ctrlKey, deltaX, deltaY }: WheelEvent, at: Spot) =>
    ctrlKey
      ? onMove(zoomed(view, Math.exp(-deltaY / 200), at))
      : onMove({ ...view, x: view.x - deltaX, y: view.y - deltaY }),
  )

  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const ended = new AbortController()
    const { signal } = ended
    const fingers = new Map<number, Spot>()
    let dragged = 0

    const spotOf = ({ clientX, clientY }: MouseEvent): Spot => {
      const { left, top } = element.getBoundingClientRect()
      return { x: clientX - left, y: clientY - top }
    }
    const down = (event: PointerEvent) => {
      if (event.button !== 0) return
      if (fingers.size === 0) dragged = 0
      fingers.set(event.pointerId, spotOf(event))
    }
    const moved = (event: PointerEvent) => {
      const was = fingers.get(event.pointerId)
      if (!was) return
      const now = spotOf(event)
      const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1]
      dragged += distance(was, now)
      if (other) pinch(was, now, other)
      else if (dragged >= dragFrom) drag(was, now)
      fingers.set(event.pointerId, now)
    }
    const lifted = ({ pointerId }: PointerEvent) => {
      if (!fingers.delete(pointerId) || fingers.size > 0) return
      // after the click that ends a drag; one that a screen reader makes later counts
      setTimeout(() => {
        dragged = 0
      })
    }
    const pressed = (event: MouseEvent) => {
      if (dragged >= dragFrom) event.stopImmediatePropagation()
    }
    const turned = (event: WheelEvent) => {
      if (turn(event, spotOf(event)) || event.ctrlKey) event.preventDefault()
    }
    element.addEventListener('pointerdown', down, { signal })
    // on the window: capturing the pointer would take the press from what is under it
    window.addEventListener('pointermove', moved, { signal })
    window.addEventListener('pointerup', lifted, { signal })
    window.addEventListener('pointercancel', lifted, { signal })
    element.addEventListener('click', pressed, { signal, capture: true })
    element.addEventListener('wheel', turned, { signal, passive: false })
    return () => ended.abort()
  }, [canvas])
}

const distance = (one: Spot, other: Spot) => Math.hypot(one.x - other.x, one.y - other.y)
