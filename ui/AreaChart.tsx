import { shortNumber, ticksFor } from './chart-scale.ts'

export interface AreaChartProps {
  /** What the line says, in one sentence; the picture's text. */
  title: string
  /** Heads of the table that stands in for the picture. */
  columns: readonly [day: string, value: string]
  /** The total so far at the end of each day, from day 1. */
  totals: readonly number[]
  /** How many days the axis has. */
  of: number
  limit: number
  /** What stands at the limit's line: "500,000 included". */
  limitText: string
}

const WIDTH = 560
const LEFT = 44
const TOP = 16
const FLOOR = 158

/** A total that grows over a month: solid so far, dotted as it goes on at this pace, against the dashed limit. */
export function AreaChart({ title, columns, totals, of, limit, limitText }: AreaChartProps) {
  const last = totals.at(-1) ?? 0
  const expected = totals.length > 0 ? (last / totals.length) * of : 0
  const ticks = ticksFor(Math.max(limit, expected))
  const top = ticks.at(-1) ?? 1
  const yOf = (value: number) => FLOOR - (value / top) * (FLOOR - TOP)
  const xOf = (day: number) => LEFT + (day / of) * (WIDTH - LEFT)
  const points = [0, ...totals].map((value, day) => `${xOf(day)} ${yOf(value)}`)
  const today = totals.length
  return (
    <figure>
      <svg viewBox={`0 0 ${WIDTH} 182`} role="img" aria-label={title} className="block h-auto w-full overflow-visible">
        <g className="fill-ink-3 text-[16px] tabular-nums tablet:text-[14px]">
          {ticks.map((tick) => (
            <g key={tick}>
              <path d={`M${LEFT} ${yOf(tick)}H${WIDTH}`} stroke="var(--tn-data-grid)" />
              <text x={LEFT - 8} y={yOf(tick) + 4} textAnchor="end">
                {shortNumber(tick)}
              </text>
            </g>
          ))}
          <text x={LEFT} y="176">
            1
          </text>
          {today > 2 && today < of - 2 && (
            <text x={xOf(today)} y="176" textAnchor="middle" className="fill-ink">
              Today
            </text>
          )}
          <text x={WIDTH} y="176" textAnchor="end">
            {of}
          </text>
        </g>
        <path d={`M${LEFT} ${FLOOR}L${points.join('L')}V${FLOOR}Z`} fill="var(--tn-data-1)" opacity="0.12" />
        <path d={`M${points.join('L')}`} fill="none" stroke="var(--tn-data-1)" strokeWidth="2" strokeLinejoin="round" />
        <path
          d={`M${xOf(today)} ${yOf(last)}L${xOf(of)} ${yOf(expected)}`}
          stroke="var(--tn-data-1)"
          strokeWidth="2"
          strokeDasharray="2 5"
          strokeLinecap="round"
        />
        <circle cx={xOf(today)} cy={yOf(last)} r="4" fill="var(--tn-data-1)" />
        <path
          d={`M${LEFT} ${yOf(limit)}H${WIDTH}`}
          stroke="var(--tn-data-limit)"
          strokeWidth="1.5"
          strokeDasharray="6 4"
        />
        <text x={LEFT + 4} y={yOf(limit) - 6} className="fill-person-ink text-[16px] tablet:text-[14px]">
          {limitText}
        </text>
      </svg>
      <Twin title={title} columns={columns} totals={totals} />
    </figure>
  )
}

/** The same numbers as a table, for whoever cannot see the picture. */
function Twin({ title, columns, totals }: Pick<AreaChartProps, 'title' | 'columns' | 'totals'>) {
  return (
    <div className="tn-hidden">
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{columns[0]}</th>
            <th scope="col">{columns[1]}</th>
          </tr>
        </thead>
        <tbody>
          {totals.map((value, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the day
            <tr key={at}>
              <th scope="row">{at + 1}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
