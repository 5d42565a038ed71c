import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Box, Picture } from '../../machines/kit/picture.ts'
import { fitted, opening, showing, type Size, type View, within, zoomed } from './view.ts'

export interface ViewControls {
  readonly view: View
  /** Until the window's size is known nothing is drawn. */
  readonly ready: boolean
  fit(): void
  /** About the middle of the window. */
  zoom(by: number): void
  /** Brings a box into sight. */
  show(box: Box): void
}

/** A canvas that is dragged, pinched and scrolled. It follows its window's size until the reader has moved it. */
export function useView(canvas: RefObject<HTMLDivElement | null>, picture: Picture, about: Box): ViewControls {
  const [size, setSize] = useState<Size | null>(null)
  const [moved, setMoved] = useState<View | null>(null)
  const current = useRef<View>({ x: 0, y: 0, scale: 1 })
  const view = moved ?? (size ? opening(picture, size, about) : current.current)
  current.current = view

  useLayoutEffect(() => {
    const element = canvas.current!
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [canvas])

  const move = useCallback(
    (next: (view: View, size: Size) => View) => {
      if (size) setMoved((was) => next(was ?? current.current, size))
    },
    [size],
  )
  useGestures(canvas, current, picture, size, setMoved)

  return {
    view,
    ready: size !== null,
    fit: useCallback(() => move((_, window) => fitted(picture, window)), [move, picture]),
    zoom: useCallback(
      (by: number) =>
        move((was, window) => within(zoomed(was, by, { x: window.width / 2, y: window.height / 2 }), picture, window)),
      [move, picture],
    ),
    show: useCallback((box: Box) => move((was, window) => showing(was, box, picture, window)), [move, picture]),
  }
}

/** Less than this is a press, not a drag. */
const dragFrom = 4

function useGestures(
  canvas: RefObject<HTMLDivElement | null>,
  current: RefObject<View>,
  picture: Picture,
  size: Size | null,
  set: (view: View) => void,
): void {
  useEffect(() => {
    const element = canvas.current!
    if (!size) return
    const go = (view: View) => set(within(view, picture, size))
    const pointers = new Map<number, { x: number; y: number }>()
    const ended = new AbortController()
    const { signal } = ended
    let dragged = 0

    const spotOf = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
      const { left, top } = element.getBoundingClientRect()
      return { x: clientX - left, y: clientY - top }
    }
    element.addEventListener(
      'pointerdown',
      (event) => {
        if (event.button !== 0 || (event.target as Element).closest('[data-outside]')) return
        if (pointers.size === 0) dragged = 0
        pointers.set(event.pointerId, spotOf(event))
      },
      { signal },
    )
    // on the window, because capturing the pointer would take the press from what is under it
    window.addEventListener(
      'pointermove',
      (event) => {
        const was = pointers.get(event.pointerId)
        if (!was) return
        const now = spotOf(event)
        const others = [...pointers].filter(([id]) => id !== event.pointerId).map(([, spot]) => spot)
        pointers.set(event.pointerId, now)
        dragged += Math.hypot(now.x - was.x, now.y - was.y)
        const other = others[0]
        if (other) {
          const by = distance(now, other) / (distance(was, other) || 1)
          return go(zoomed(current.current, by, { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 }))
        }
        if (dragged < dragFrom) return
        const { x, y, scale } = current.current
        go({ scale, x: x + now.x - was.x, y: y + now.y - was.y })
      },
      { signal },
    )
    const lift = ({ pointerId }: PointerEvent) => pointers.delete(pointerId)
    window.addEventListener('pointerup', lift, { signal })
    window.addEventListener('pointercancel', lift, { signal })
    element.addEventListener(
      'click',
      (event) => {
        if (dragged >= dragFrom) event.stopImmediatePropagation()
        dragged = 0
      },
      { signal, capture: true },
    )
    element.addEventListener(
      'wheel',
      (event) => {
        const was = current.current
        const next = event.ctrlKey
          ? zoomed(was, Math.exp(-event.deltaY / 200), spotOf(event))
          : { ...was, x: was.x - event.deltaX, y: was.y - event.deltaY }
        const kept = within(next, picture, size)
        // at its edge the page scrolls on
        if (!event.ctrlKey && kept.x === was.x && kept.y === was.y) return
        event.preventDefault()
        set(kept)
      },
      { signal, passive: false },
    )
    return () => ended.abort()
  }, [canvas, current, picture, size, set])
}

const distance = (one: { x: number; y: number }, other: { x: number; y: number }) =>
  Math.hypot(one.x - other.x, one.y - other.y)
