/** Keeps a stream from outliving its reader: the other side must show that it is there, and its session that it still is one. */

/** As much of a WebSocket as this needs. */
export interface Beating {
  on(event: 'pong', heard: () => void): unknown
  ping(): void
  close(code: number, reason: string): void
  /** Ends it without a word: nobody would hear it. */
  terminate(): void
}

/** Close code of a reader whose session ended. */
export const SIGNED_OUT = 4401

const BEAT_MS = 20_000

/** A socket that does not answer between two beats is dead. Answers with a way to stop. */
export function beat(socket: Beating, isSignedIn: () => Promise<boolean>, everyMs = BEAT_MS): () => void {
  let answered = true
  socket.on('pong', () => {
    answered = true
  })
  const timer = setInterval(() => {
    if (!answered) return socket.terminate()
    answered = false
    socket.ping()
    void isSignedIn().then(
      (still) => still || socket.close(SIGNED_OUT, 'signed out'),
      () => socket.terminate(),
    )
  }, everyMs)
  return () => clearInterval(timer)
}
