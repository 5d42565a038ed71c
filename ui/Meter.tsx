export interface MeterProps {
  label: string
  value: number
  max: number
  /** The value in words, for readers: "61 GB of 100 GB". */
  text?: string
  /** `us` for work of ours, `person` near a limit, `problem` at it. */
  role?: 'person' | 'us' | 'problem'
  /** From which percentage on it is worth a word; marked on the bar. */
  mark?: number
  /** Work on its way to an end, rather than an amount of something. */
  progress?: boolean
}

/** How much of a limit is used, or how far work has come. */
export function Meter({ label, value, max, text, role, mark, progress }: MeterProps) {
  const share = max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0
  return (
    <div
      className="tn-meter"
      data-role={role}
      data-thin={progress || undefined}
      role={progress ? 'progressbar' : 'meter'}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.min(value, max)}
      aria-valuetext={text}
    >
      <i style={{ inlineSize: `${share}%` }} />
      {mark !== undefined && <s aria-hidden style={{ insetInlineStart: `${mark}%` }} />}
    </div>
  )
}
