import { AreaChart } from '../../../ui/AreaChart.tsx'
import { BarChart } from '../../../ui/BarChart.tsx'
import { shortNumber } from '../../../ui/chart-scale.ts'
import { MonthBars } from '../../../ui/MonthBars.tsx'
import { amountOf, inOneUnit, monthText, shortMonthOf } from '../amounts.ts'
import type { MeterHistory, MeterReady, MeterUse } from './meter-types.ts'
import { monthSum } from './meter-words.ts'

/** The days of a month, or the months of a year, against what the plan includes now. */
export function MeterChart({ use, history, view, onMonth }: MeterReady) {
  if (view === 'year') return <Months use={use} history={history} onMonth={onMonth} />
  return use.kind === 'sum' ? <Total use={use} history={history} /> : <Level use={use} history={history} />
}

interface ChartProps {
  use: MeterUse
  history: MeterHistory
}

const includedText = ({ limit, unit }: MeterUse) => `${amountOf(limit, unit)} included`

/** What adds up: the total so far, day by day. */
function Total({ use, history: { month, days, daysInMonth, months } }: ChartProps) {
  const totals: number[] = []
  for (const { quantity } of days) totals.push((totals.at(-1) ?? 0) + quantity)
  const isOver = month !== months.at(-1)?.month
  return (
    <AreaChart
      title={`${use.name} in ${monthText(month)}: ${amountOf(totals.at(-1) ?? 0, use.unit)} ${isOver ? 'in all' : 'so far'}.`}
      columns={[`Day of ${monthText(month)}`, `${use.name} until then`]}
      totals={totals}
      of={daysInMonth}
      limit={use.limit}
      limitText={includedText(use)}
    />
  )
}

function Level({ use, history: { month, days, daysInMonth } }: ChartProps) {
  const last = days.at(-1)?.quantity ?? 0
  return (
    <BarChart
      title={`${use.name} in ${monthText(month)}: ${amountOf(last, use.unit)} at the end.`}
      columns={[`Day of ${monthText(month)}`, use.name]}
      bars={days.map(({ day, quantity: value }) => ({ day, value }))}
      of={daysInMonth}
      limit={{ value: use.limit, text: includedText(use) }}
      format={(value) => amountOf(value, use.unit)}
    />
  )
}

function Months({ use, history, onMonth }: ChartProps & Pick<MeterReady, 'onMonth'>) {
  const { months, month: selected } = history
  const short = use.unit === 'bytes' ? inOneUnit(use.limit).write : shortNumber
  return (
    <MonthBars
      label={`${use.name} of the last ${months.length} months. Open one to see its days.`}
      bars={months.map(({ month, quantity: value }) => ({
        month,
        value,
        label: shortMonthOf(month),
        short: short(value),
        text: monthSum(use, history, month),
      }))}
      limit={use.limit}
      limitText={includedText(use)}
      selected={selected}
      onPick={onMonth}
    />
  )
}
