import { type RefObject, useLayoutEffect, useState } from 'react'
import type { Box, Picture } from '../../machines/kit/picture.ts'
import { useGestures } from './useGestures.ts'
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

const unseen: View = { x: 0, y: 0, scale: 1 }

/** A canvas that is dragged, pinched and scrolled. It follows its window's size until the reader has moved it. */
export function useView(canvas: RefObject<HTMLDivElement | null>, picture: Picture, about: Box): ViewControls {
  const size = useSize(canvas)
  const [moved, setMoved] = useState<View | null>(null)
  const [from] = useState(about)
  const view = size ? (moved ?? opening(picture, size, from)) : unseen

  useGestures(canvas, view, (next) => {
    const kept = size ? within(next, picture, size) : view
    const isSame = kept.x === view.x && kept.y === view.y && kept.scale === view.scale
    if (!isSame) setMoved(kept)
    return !isSame
  })
  return {
    view,
    ready: size !== null,
    fit() {
      if (size) setMoved(fitted(picture, size))
    },
    zoom(by) {
      if (!size) return
      const middle = { x: size.width / 2, y: size.height / 2 }
      setMoved(within(zoomed(view, by, middle), picture, size))
    },
    show(box) {
      if (size) setMoved(showing(view, box, picture, size))
    },
  }
}

function useSize(canvas: RefObject<HTMLDivElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null)
  useLayoutEffect(() => {
    const element = canvas.current
    if (!element) return
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [canvas])
  return size
}
