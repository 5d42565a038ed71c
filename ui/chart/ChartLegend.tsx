import { Glyph } from '../Glyph.tsx'
import { leafTags } from '../../machines/kit/flow.ts'
import { roleOf, roleWords } from './roles.ts'

/** What the glyphs, colours and words of a picture mean. */
export function ChartLegend() {
  return (
    <ul className="tn-sc-legend" aria-label="Legend">
      {leafTags.map((role) => (
        <li key={role}>
          <Glyph role={roleOf({ role, kind: 'atomic' })} size={11} />
          {roleWords[role]}
        </li>
      ))}
      <li>
        <svg width="11" height="11" viewBox="0 0 11 11" aria-hidden>
          <circle cx="5.5" cy="5.5" r="5" fill="var(--tn-ink)" />
        </svg>
        start
      </li>
      <li>
        <span className="tn-sc-said" data-kind="guard">
          [guard]
        </span>
        only if
      </li>
      <li>
        <span className="tn-sc-said" data-kind="timer">
          <Clock /> 7 d
        </span>
        timer
      </li>
      <li>
        <span className="tn-sc-said" data-kind="effect">
          / effect
        </span>
        we do this
      </li>
    </ul>
  )
}

/** The face before a timer's words. */
export function Clock() {
  return (
    <svg className="tn-sc-clock" width="11" height="11" viewBox="-5.5 -5.5 11 11" aria-hidden>
      <circle r={4.4} />
      <path d="M0-2.4V.2l1.7 1" />
    </svg>
  )
}
