/** The sentences that read a meter. */
import { thresholds } from '../../../machines/vocabulary/meters.ts'
import { amountOf, monthText } from '../amounts.ts'
import type { MeterHistory, MeterUse } from './meter-types.ts'

/** From this share on it is worth a word, in percent. */
export const NEAR = thresholds[0]

export interface Standing {
  readonly role: 'person' | 'problem' | undefined
  readonly text: string
}

/** How near the limit is, and what happens beyond it. */
export function standingOf({ kind, used, limit, percent, policy, unit }: MeterUse): Standing {
  const until = kind === 'sum' ? 'the first of next month' : 'something is deleted'
  if (percent >= 100 && policy === 'hard')
    return { role: 'problem', text: `All used: more is refused until ${until}. A larger plan has more.` }
  if (percent >= 100) {
    const over = used > limit ? `${amountOf(used - limit, unit)} beyond what is included` : 'All used'
    return { role: 'person', text: `${over}. It is counted, and nothing is refused.` }
  }
  const then = policy === 'hard' ? 'At 100 % more is refused.' : 'Beyond 100 % it is counted, and nothing is refused.'
  return percent >= NEAR ? { role: 'person', text: `${percent} % used. ${then}` } : { role: undefined, text: '' }
}

/** "8,000 of 10,000" */
export const shareText = ({ used, limit, unit }: MeterUse): string =>
  `${amountOf(used, unit)} of ${amountOf(limit, unit)}`

/** How long what is included lasts at this pace; of a level there is no pace to tell. */
export function paceText({ kind, used, limit }: MeterUse, { days, daysInMonth, month }: MeterHistory): string {
  if (kind === 'level' || used >= limit || used === 0 || days.length === 0) return ''
  const day = Math.ceil(limit / (used / days.length))
  return day > daysInMonth
    ? 'At this pace the included volume lasts the month.'
    : `At this pace the included volume lasts until ${day} ${monthText(month)}.`
}

/** What a month came to: "October 2026: 390,000". */
export const monthSum = ({ unit }: MeterUse, { months }: MeterHistory, month: string): string =>
  `${monthText(month)}: ${amountOf(months.find((one) => one.month === month)?.quantity ?? 0, unit)}`
