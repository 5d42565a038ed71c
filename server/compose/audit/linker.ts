/** Links new entries of the audit log a moment after they were committed, many at once. */

const SOON_MS = 2000
/** Calls that a crash broke off are known as such after a minute. */
const LATER_MS = 65_000

export interface Linker {
  /** There is something new. */
  ring(): void
  /** Links what is left and stops. */
  stop(): Promise<void>
}

export function auditLinker(link: () => Promise<void>, onError: (error: unknown) => void): Linker {
  let timer: NodeJS.Timeout | null = null
  let running: Promise<void> = Promise.resolve()
  let stopped = false

  const run = () => {
    running = link().catch(onError)
    return running
  }
  const set = (ms: number) => {
    if (stopped) return
    timer = setTimeout(() => {
      timer = null
      void run()
    }, ms).unref()
  }
  // what an earlier life left
  set(LATER_MS)
  let isSoon = false
  return {
    ring() {
      if (isSoon || stopped) return
      isSoon = true
      if (timer) clearTimeout(timer)
      timer = setTimeout(() => {
        isSoon = false
        void run().then(() => set(LATER_MS))
      }, SOON_MS).unref()
    },
    async stop() {
      stopped = true
      if (timer) clearTimeout(timer)
      await running
      await run()
    },
  }
}
