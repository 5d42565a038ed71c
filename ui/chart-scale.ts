/** The scale of a small bar chart: few round lines, so that a bar's height can be read without a label on it. */

/** Four lines from 0 to a round number at or above `max`; 0 to 3 when there is nothing to show. */
export function ticksFor(max: number): number[] {
  const step = roundUp(Math.max(max, 3) / 3)
  return [0, step, step * 2, step * 3]
}

/** "0", "800", "10 k", "1.5 M": short enough for an axis. */
export function shortNumber(value: number): string {
  if (value >= 1_000_000) return `${trim(value / 1_000_000)} M`
  return value >= 1000 ? `${trim(value / 1000)} k` : trim(value)
}

/** The next of 1, 2, 3, 4, 5, 8, 10 times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  const step = [1, 2, 3, 4, 5, 8, 10].find((multiple) => multiple * power >= value - power / 1e6) ?? 10
  return step * power
}

const trim = (value: number) => String(Math.round(value * 10) / 10)
