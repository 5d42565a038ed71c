/** Tells the portal's pages that something in a tenant's workspace changed. */
import { hub } from '../engine/hub.ts'

export interface Changes {
  changed(tenant: string): void
  /** A number that rises with every change, beginning at once, until `signal` aborts. */
  of(tenant: string, signal: AbortSignal): AsyncGenerator<number>
}

export function changes(): Changes {
  const listeners = hub()
  return {
    changed: (tenant) => listeners.changed(tenant),
    async *of(tenant, signal) {
      let count = 0
      let seen = -1
      let wake = () => {}
      const stop = listeners.listen([tenant], () => {
        count++
        wake()
      })
      const onAbort = () => wake()
      signal.addEventListener('abort', onAbort)
      try {
        while (!signal.aborted) {
          if (seen === count) {
            await new Promise<void>((done) => {
              wake = done
            })
            continue
          }
          seen = count
          yield seen
        }
      } finally {
        stop()
        signal.removeEventListener('abort', onAbort)
      }
    },
  }
}
