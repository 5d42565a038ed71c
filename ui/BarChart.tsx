import { shortNumber, ticksFor } from './chart-scale.ts'

export interface Bar {
  /** Position on the axis, 1-based: the day of the month. */
  day: number
  value: number
}

export interface BarChartProps {
  /** What the bars say, in one sentence; the picture's text. */
  title: string
  /** Heads of the table that stands in for the picture. */
  columns: readonly [day: string, value: string]
  bars: readonly Bar[]
  /** How many positions the axis has; those without a bar are drawn as stubs. */
  of: number
  /** A line the bars are read against, with what stands at it: "100 GB included". */
  limit?: { value: number; text: string }
  /** How an amount is written, in short. Default: as a count. */
  format?(value: number): string
}

const WIDTH = 560
/** Room for the scale: of counts, and of amounts with a unit. */
const LEFT = { count: 34, unit: 68 }
const TOP = 8
const FLOOR = 158

/** Amounts per day of a month. The last bar is today's, lighter because the day is not over. */
export function BarChart({ title, columns, bars, of, limit, format }: BarChartProps) {
  const left = format ? LEFT.unit : LEFT.count
  const write = format ?? shortNumber
  const ticks = ticksFor(Math.max(limit?.value ?? 0, ...bars.map((bar) => bar.value)))
  const top = ticks.at(-1) ?? 1
  const yOf = (value: number) => FLOOR - (value / top) * (FLOOR - TOP)
  const slot = (WIDTH - left) / of
  const middleOf = (day: number) => left + (day - 0.5) * slot
  return (
    <figure>
      <svg viewBox={`0 0 ${WIDTH} 182`} role="img" aria-label={title} className="block h-auto w-full overflow-visible">
        <g className={`fill-ink-3 text-[16px] tabular-nums ${format ? 'tablet:text-[14px]' : 'tablet:text-[11px]'}`}>
          {ticks.map((tick) => (
            <g key={tick}>
              <path d={`M${left} ${yOf(tick)}H${WIDTH}`} stroke="var(--tn-data-grid)" />
              <text x={left - 8} y={yOf(tick) + 4} textAnchor="end">
                {write(tick)}
              </text>
            </g>
          ))}
          {labelsFor(of).map((day) => (
            <text key={day} x={middleOf(day)} y="176" textAnchor="middle">
              {day}
            </text>
          ))}
        </g>
        <Bars bars={bars} of={of} width={slot * 0.63} middleOf={middleOf} yOf={yOf} />
        {limit && <Limit left={left} y={yOf(limit.value)} text={limit.text} />}
      </svg>
      <Twin title={title} columns={columns} bars={bars} format={format} />
    </figure>
  )
}

const Limit = ({ left, y, text }: { left: number; y: number; text: string }) => (
  <>
    <path d={`M${left} ${y}H${WIDTH}`} stroke="var(--tn-data-limit)" strokeWidth="1.5" strokeDasharray="6 4" />
    <text x={left + 4} y={y - 6} className="fill-person-ink text-[16px] tablet:text-[14px]">
      {text}
    </text>
  </>
)

interface BarsProps {
  bars: readonly Bar[]
  of: number
  width: number
  middleOf(day: number): number
  yOf(value: number): number
}

function Bars({ bars, of, width, middleOf, yOf }: BarsProps) {
  const known = new Map(bars.map((bar) => [bar.day, bar.value]))
  const today = Math.max(0, ...known.keys())
  return Array.from({ length: of }, (_, at) => {
    const day = at + 1
    const ahead = day > today
    const y = ahead ? FLOOR - 4 : Math.min(yOf(known.get(day) ?? 0), FLOOR - 2)
    const tone = ahead ? 'fill-data-rest' : day === today ? 'fill-(--tn-data-2)' : 'fill-data-1'
    return (
      <rect key={day} className={tone} x={middleOf(day) - width / 2} y={y} width={width} height={FLOOR - y} rx="2" />
    )
  })
}

/** The same numbers as a table, for whoever cannot see the picture. */
function Twin({ title, columns, bars, format }: Pick<BarChartProps, 'title' | 'columns' | 'bars' | 'format'>) {
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
          {bars.map((bar) => (
            <tr key={bar.day}>
              <th scope="row">{bar.day}</th>
              <td>{format ? format(bar.value) : bar.value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function labelsFor(of: number): number[] {
  return [1, ...Array.from({ length: Math.floor(of / 5) }, (_, at) => (at + 1) * 5)]
}
