import { useEffect, useState } from 'react'

const MINUTE_MS = 60_000

/** The clock for "today" and "yesterday", to the minute, so that a tab left open over midnight stays right. */
export function useNow(fixedMs?: number): number {
  const [nowMs, setNowMs] = useState(Date.now)
  useEffect(() => {
    const clock = setInterval(() => setNowMs(Date.now()), MINUTE_MS)
    return () => clearInterval(clock)
  }, [])
  return fixedMs ?? nowMs
}
