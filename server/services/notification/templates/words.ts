/** Text that came from people or clocks, made fit for a mail. */

/** One line, at most 80 characters: a name must not write a second line into a subject. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 80)

/**
 * A name that mail programs leave alone: they make links of whatever looks like an address, so a stranger's "name" could
 * send our reader anywhere. A word joiner behind each mark that makes an address is invisible and enough.
 */
export const asName = (text: string): string => oneLine(text).replace(/(?<=\S)([.:@/])(?=\S)/g, '$1\u2060')

/** "10:42 UTC": the reader's own zone is not known here. */
export const clockTime = (at: number): string => `${new Date(at).toISOString().slice(11, 16)} UTC`

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** "23 November 2026", by UTC. */
export const dateOf = (at: number): string => day.format(at)

/** "1 November 2026 to 30 November 2026": the provider's end is the next period's first moment. */
export const dateSpan = (fromMs: number, toMs: number): string => `${dateOf(fromMs)} to ${dateOf(toMs - 1)}`

/** "1 day", "14 days". */
export const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

/** "1.8 MB": in steps of a thousand, as file managers count. */
export function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  const step = Math.min(Math.floor(Math.log10(bytes) / 3), 4)
  return `${(bytes / 1000 ** step).toFixed(1)} ${['', 'kB', 'MB', 'GB', 'TB'][step]}`
}

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** "November 2026", of 2026-11. */
export const monthOf = (yearMonth: string): string => month.format(new Date(`${yearMonth}-01T00:00:00Z`))

const count = new Intl.NumberFormat('en')

/** "8,000", or of bytes "1.8 GB". */
export const quantityOf = (value: number, unit: 'request' | 'byte'): string =>
  unit === 'byte' ? sizeOf(value) : count.format(value)

export const host = (site: string): string => new URL(site).host
