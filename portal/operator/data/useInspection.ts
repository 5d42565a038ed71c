/** The inspector's stream: kept open, opened again when it breaks, and handed on to whoever asks. */
import type { StatelyInspectionEvent } from '@statelyai/inspect'
import { useCallback, useEffect, useRef, useState } from 'react'
import { openStately } from './stately.ts'

/** How the stream is. `absent`: there is no such actor. */
export type Line = 'opening' | 'live' | 'broken' | 'absent' | 'signed out'

/** Close codes of `server/http/routes.inspect.ts`. */
const endings: Readonly<Record<number, Line>> = { 4401: 'signed out', 4404: 'absent' }

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 15_000
/** Messages that are kept to be shown, and to be handed on. */
const KEPT = 2000

export function useInspection(id: string) {
  const [messages, setMessages] = useState<readonly StatelyInspectionEvent[]>([])
  const [line, setLine] = useState<Line>('opening')
  const kept = useRef<StatelyInspectionEvent[]>([])
  const onward = useRef<((message: StatelyInspectionEvent) => void) | null>(null)

  useEffect(
    () =>
      follow(id, setLine, (message) => {
        // a stream that was opened again tells the last lines once more
        if (kept.current.some((one) => isSame(one, message))) return
        kept.current = [...kept.current.slice(1 - KEPT), message]
        setMessages(kept.current)
        onward.current?.(message)
      }),
    [id],
  )

  /** Tells Stately's window everything from the beginning, and goes on. False: the browser opened none. */
  const tellStately = useCallback((): boolean => {
    onward.current = openStately()
    for (const message of kept.current) onward.current?.(message)
    return onward.current !== null
  }, [])

  return { messages, line, tellStately }
}

const isSame = (one: StatelyInspectionEvent, other: StatelyInspectionEvent) =>
  one.type === other.type && one.id === other.id && one.sessionId === other.sessionId

/** Answers with a way to stop. */
function follow(id: string, say: (line: Line) => void, hear: (message: StatelyInspectionEvent) => void): () => void {
  let socket: WebSocket | null = null
  let waiting: ReturnType<typeof setTimeout> | undefined
  let wait = FIRST_WAIT_MS
  let over = false

  function open() {
    socket = new WebSocket(addressOf(id))
    socket.onopen = () => {
      wait = FIRST_WAIT_MS
      say('live')
    }
    socket.onmessage = ({ data }) => hear(JSON.parse(String(data)) as StatelyInspectionEvent)
    socket.onclose = ({ code }) => {
      if (over) return
      const ending = endings[code]
      say(ending ?? 'broken')
      if (ending) return
      waiting = setTimeout(open, wait)
      wait = Math.min(2 * wait, LONGEST_WAIT_MS)
    }
  }
  open()
  return () => {
    over = true
    clearTimeout(waiting)
    socket?.close()
  }
}

const addressOf = (id: string) =>
  `${location.origin.replace(/^http/, 'ws')}/operator/inspect/stream?actor=${encodeURIComponent(id)}`
