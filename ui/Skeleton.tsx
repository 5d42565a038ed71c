export interface SkeletonProps {
  /** What is being loaded, for readers. */
  label: string
  /** Heights in px of what will stand here, top to bottom. */
  rows: readonly number[]
}

/** The shape of what comes. Nothing for 300 ms, so that a quick answer never flickers. */
export function Skeleton({ label, rows }: SkeletonProps) {
  return (
    <div className="tn-skeleton" role="status" aria-label={label}>
      {rows.map((height, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars have no identity and never move
        <i key={at} style={{ height, inlineSize: height < 40 ? `${92 - ((at * 34) % 60)}%` : undefined }} />
      ))}
    </div>
  )
}
