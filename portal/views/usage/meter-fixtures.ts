/** What the stories show of meters: a month and a year of requests and storage. */
import type { MeterCardProps, MeterHistory, MeterReady, MeterUse } from './meter-types.ts'

const nothing = () => undefined
const GB = 1_000_000_000

export const monthNames = [
  ...['2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05'],
  ...['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'],
]
const monthsOf = (quantities: readonly number[]): MeterHistory['months'] =>
  monthNames.map((month, at) => ({ month, quantity: quantities[at] ?? 0 }))
const daysOf = (quantities: readonly number[]): MeterHistory['days'] =>
  quantities.map((quantity, at) => ({ day: at + 1, quantity }))

const perDay = [9800, 22400, 23900, 24600, 23100, 21700, 10900, 9400, 23800, 25700, 26200, 25100, 22600, 11200, 10300]

export const requestsUse: MeterUse = {
  name: 'Requests',
  unit: 'count',
  kind: 'sum',
  month: '2026-11',
  used: 412_380,
  limit: 500_000,
  percent: 82,
  policy: 'soft',
}
export const requestsHistory: MeterHistory = {
  months: monthsOf([0, 0, 0, 96_000, 180_400, 240_100, 301_000, 355_200, 298_700, 401_300, 468_900, 412_380]),
  month: '2026-11',
  days: daysOf([...perDay, 24900, 26800, 27400, 26100, 16480]),
  daysInMonth: 30,
}
export const storageUse: MeterUse = {
  name: 'Storage',
  unit: 'bytes',
  kind: 'level',
  month: '2026-11',
  used: 61 * GB,
  limit: 100 * GB,
  percent: 61,
  policy: 'hard',
}
export const storageHistory: MeterHistory = {
  months: monthsOf([0, 0, 0, 4, 9, 15, 22, 29, 37, 44, 53, 61].map((gb) => gb * GB)),
  month: '2026-11',
  days: daysOf(Array.from({ length: 20 }, (_, at) => Math.round((53 + at * 0.42) * GB))),
  daysInMonth: 30,
}

export const meterCard = (use: MeterUse, history: MeterHistory, more: Partial<MeterReady> = {}): MeterCardProps => ({
  name: use.name,
  state: 'ready',
  use,
  history,
  view: 'month',
  onView: nothing,
  onMonth: nothing,
  ...more,
})
export const meterCards = [meterCard(requestsUse, requestsHistory), meterCard(storageUse, storageHistory)]
/** Storage as the year shows it. */
export const meterCardsByYear = [
  meterCard(requestsUse, requestsHistory, { view: 'year' }),
  meterCard(storageUse, storageHistory, { view: 'year' }),
]
