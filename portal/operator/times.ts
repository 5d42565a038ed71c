/** Times and spans as the console writes them. Milliseconds in, words out; the reader's own zone and habit. */

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** `< 0.1 s`, `0.3 s`, `48 s`, `6 min`, `3 h`, `12 d`. */
export function shortSpan(ms: number): string {
  if (ms < second / 10) return '< 0.1 s'
  if (ms < second) return `${(ms / second).toFixed(1)} s`
  if (ms < 90 * second) return `${Math.round(ms / second)} s`
  if (ms < 90 * minute) return `${Math.round(ms / minute)} min`
  if (ms < 36 * hour) return `${Math.round(ms / hour)} h`
  return `${Math.round(ms / day)} d`
}

const momentFormat = {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
} as const

/** `Wed 18 November, 09:00:03` */
export const momentOf = (at: number, locale = 'en-GB'): string =>
  new Intl.DateTimeFormat(locale, momentFormat).format(at)

/** `18 Nov 09:00` */
export const shortMoment = (at: number, locale = 'en-GB'): string =>
  new Intl.DateTimeFormat(locale, { day: '2-digit', month: 'short', hour: '2-digit', minute: '2-digit' })
    .format(at)
    .replace(',', '')

/** `in 3 d`, `2 h ago`. */
export const fromNow = (at: number, now: number): string =>
  at >= now ? `in ${shortSpan(at - now)}` : `${shortSpan(now - at)} ago`
