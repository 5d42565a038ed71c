/**
 * A stream outlives its request, so it ends with the session it was opened by: at the moment that ends in this process,
 * and at the next thing to tell when it ended in another. The stream of a visitor, or of whoever leaves from a product's page, has a token of its own.
 *
 * Where the account itself is gone, it went with its last workspace: what may still be told says `accessStill`.
 */
import { type Context, signedOut } from './trpc.ts'

/** `watch` is given the signal that ends it. Throws `signed.out` when the session has ended. */
export async function* whileSignedIn<T>(
  { caller, ports: { people } }: Context,
  signal: AbortSignal | undefined,
  watch: (signal: AbortSignal) => AsyncIterable<T>,
): AsyncGenerator<T> {
  const closed = signal ?? new AbortController().signal
  const session = caller.kind === 'member' ? caller.sessionId : null
  if (caller.kind !== 'member' || session === null) {
    yield* watch(closed)
    return
  }
  const ended = new AbortController()
  // what cannot be looked up lets nobody go on; whoever is still signed in connects again
  const look = async () => {
    if (await people.isCutOff(caller.userId, session).catch(() => true)) ended.abort()
  }
  const stop = people.onSessionsEnded(caller.userId, () => void look())
  try {
    // it may have ended between the request's check and this line
    await look()
    for await (const one of watch(AbortSignal.any([closed, ended.signal]))) {
      await look()
      if (ended.signal.aborted) break
      yield one
    }
    if (ended.signal.aborted) throw signedOut()
  } finally {
    stop()
  }
}
