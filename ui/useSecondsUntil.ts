import { useEffect, useState } from 'react'
import { secondsUntil } from './time.ts'

/** Seconds left until a moment, counting down on screen. Stops its clock at 0, and has none for `null`. */
export function useSecondsUntil(iso: string | null): number {
  const [nowMs, setNowMs] = useState(Date.now)
  const over = secondsUntil(iso, nowMs) === 0
  useEffect(() => {
    setNowMs(Date.now())
    if (over) return
    const clock = setInterval(() => setNowMs(Date.now()), 1000)
    return () => clearInterval(clock)
  }, [iso, over])
  return secondsUntil(iso, nowMs)
}
