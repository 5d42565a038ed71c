/**
 * Where a person stands in the flow, in the notation of the chart: dot (behind you), ring (you are here),
 * hollow dot (ahead), double ring (the end).
 */

/** Who acts at the current step; `done` is the end itself. */
export type Tone = 'person' | 'us' | 'problem' | 'done'

export interface TrackProps {
  /** 1-based. One past `of` is the end. */
  step: number
  of: number
  tone: Tone
  /** The whole track in words, as a picture's text. */
  text: string
}

/** Draws `of` steps and the end. */
export function Track({ step, of, tone, text }: TrackProps) {
  const marks = []
  for (let at = 1; at <= of + 1; at += 1) {
    if (at > 1) marks.push(<s key={-at} />)
    marks.push(<i key={at} data-at={at < step ? 'past' : at === step ? 'here' : undefined} />)
  }
  return (
    <div className="tn-track" data-tone={tone} role="img" aria-label={text}>
      {marks}
    </div>
  )
}
