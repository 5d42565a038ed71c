/** Moments and waits in words. Times come in as ISO strings from a view; the clock is passed, so that a test needs no fake one. */

/** Whole seconds from `nowMs` to a moment, rounded up; 0 once it has passed, is absent or is not a date. */
export function secondsUntil(iso: string | null, nowMs: number): number {
  const left = iso === null ? 0 : Date.parse(iso) - nowMs
  return left > 0 ? Math.ceil(left / 1000) : 0
}

/** A wait as a person would say it: "8 s", "1 min 5 s", "12 min", "2 h". Seconds vanish from ten minutes on. */
export function spanOf(seconds: number): string {
  if (seconds < 60) return `${seconds} s`
  if (seconds < 600) {
    const rest = seconds % 60
    return rest === 0 ? `${seconds / 60} min` : `${Math.floor(seconds / 60)} min ${rest} s`
  }
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`
}

/** The time of day of a moment in the reader's own zone and habit: "10:42". */
export function timeOfDay(iso: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(new Date(iso))
}
