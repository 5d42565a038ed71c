export interface MonthBar {
  /** As 2026-11. */
  month: string
  value: number
  /** Under the bar: "Nov". */
  label: string
  /** Over the bar, short: "61 GB". */
  short: string
  /** Everything, for readers: "November 2026: 61 GB". */
  text: string
}

export interface MonthBarsProps {
  /** What the bars say together. */
  label: string
  bars: readonly MonthBar[]
  limit: number
  /** What stands at the limit's line: "100 GB included". */
  limitText: string
  /** The month that is shown in full elsewhere. */
  selected: string
  onPick(month: string): void
}

/** Months side by side against a limit. Each is a button that opens its month, and says its amount. */
export function MonthBars({ label, bars, limit, limitText, selected, onPick }: MonthBarsProps) {
  const top = Math.max(limit, ...bars.map(({ value }) => value), 1) * 1.15
  const shareOf = (value: number) => `${(value / top) * 100}%`
  return (
    <div className="tn-months">
      <div className="tn-months-plot" aria-hidden>
        <div className="tn-months-limit" style={{ insetBlockEnd: shareOf(limit) }}>
          <span>{limitText}</span>
        </div>
      </div>
      <ul aria-label={label}>
        {bars.map(({ month, value, label: name, short, text }) => (
          <li key={month}>
            <button type="button" aria-current={month === selected ? 'date' : undefined} onClick={() => onPick(month)}>
              <span className="tn-hidden">{text}</span>
              <span className="tn-months-bar" aria-hidden>
                <i style={{ blockSize: shareOf(value) }} data-empty={value === 0 || undefined} />
                {value > 0 && <small style={{ insetBlockEnd: shareOf(value) }}>{short}</small>}
              </span>
              <span aria-hidden>{name}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
