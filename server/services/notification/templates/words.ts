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

export const host = (site: string): string => new URL(site).host
