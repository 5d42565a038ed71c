import { type RefObject, useEffect, useEffectEvent } from 'react'

/**
 * Presses and keys of a whole picture, in the browser's own terms: hundreds of states and lines share one listener, and
 * a press on nothing belongs to no control. `onKey` answers whether the key meant something here.
 */
export function usePresses(
  canvas: RefObject<HTMLElement | null>,
  onPress: (target: Element) => void,
  onKey: (key: string, target: Element) => boolean,
): void {
  const press = useEffectEvent(onPress)
  const key = useEffectEvent(onKey)
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const onClick = (event: MouseEvent) => press(event.target as Element)
    const onKeyDown = (event: KeyboardEvent) => {
      const isOurs = !event.ctrlKey && !event.metaKey && !event.altKey
      if (isOurs && key(event.key, event.target as Element)) event.preventDefault()
    }
    element.addEventListener('click', onClick)
    element.addEventListener('keydown', onKeyDown)
    return () => {
      element.removeEventListener('click', onClick)
      element.removeEventListener('keydown', onKeyDown)
    }
  }, [canvas])
}
