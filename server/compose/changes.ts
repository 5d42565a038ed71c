/** Tells the portal's pages that something in a tenant's workspace changed, or that its account moved. */
import { accountIdOf } from '../../machines/account/account.flow.ts'
import { type Hub, hub } from '../engine/hub.ts'

export interface Changes {
  changed(tenant: string): void
  /** A number that rises with every change, beginning at once, until `signal` aborts. */
  of(tenant: string, signal: AbortSignal): AsyncGenerator<number>
}

/** `engine`: tells when an actor has moved. Asked for late, because the engine is made after this. */
export function changes(engine: () => Pick<Hub, 'listen'>): Changes {
  const listeners = hub()
  return {
    changed: (tenant) => listeners.changed(tenant),
    async *of(tenant, signal) {
      let count = 0
      let seen = -1
      let wake = () => {}
      const rise = () => {
        count++
        wake()
      }
      const stops = [listeners.listen([tenant], rise), engine().listen([accountIdOf(tenant)], rise)]
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
        for (const stop of stops) stop()
        signal.removeEventListener('abort', onAbort)
      }
    },
  }
}
