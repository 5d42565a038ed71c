import { useEffect } from 'react'

/** Keeps a stream open while the page is visible: a browser allows six connections over all its tabs together. */
export function useWhileVisible(open: () => { unsubscribe(): void }): void {
  useEffect(() => {
    let current: { unsubscribe(): void } | null = null
    const close = () => {
      current?.unsubscribe()
      current = null
    }
    const turn = () => {
      if (document.visibilityState !== 'visible') return close()
      current ??= open()
    }
    document.addEventListener('visibilitychange', turn)
    turn()
    return () => {
      document.removeEventListener('visibilitychange', turn)
      close()
    }
  }, [open])
}
