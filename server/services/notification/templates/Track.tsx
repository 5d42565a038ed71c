import { light } from './palette.ts'

/** Account, verify, profile, plan, set-up; the double ring after them is the end. */
const STEPS = 5

/** The step track as the widget shows it, from table cells: mail programs drop inline drawings. */
export function Track({ at }: { at: number }) {
  const stations = Array.from({ length: STEPS + 1 }, (_, index) => index + 1)
  return (
    <table
      role="presentation"
      cellPadding="0"
      cellSpacing="0"
      data-skip-in-text="true"
      style={{ margin: '24px 0 20px' }}
    >
      <tbody>
        <tr>
          {stations.flatMap((station) => [
            station > 1 && <Path key={`to-${station}`} taken={station <= at} />,
            <td key={station} style={{ fontSize: 0, lineHeight: 0 }}>
              <Station station={station} at={at} />
            </td>,
          ])}
        </tr>
      </tbody>
    </table>
  )
}

function Path({ taken }: { taken: boolean }) {
  return (
    <td aria-hidden="true" style={{ width: 18, fontSize: 0, lineHeight: 0 }}>
      <div
        className={taken ? 'done' : 'path'}
        style={{ height: 2, background: taken ? light.accent : light.lineStrong }}
      />
    </td>
  )
}

function Station({ station, at }: { station: number; at: number }) {
  if (station < at) return <div className="done" style={{ ...dot(8), background: light.accent }} />
  const isHere = station === at
  if (!isHere && station <= STEPS)
    return <div className="next" style={{ ...dot(8), border: `1.5px solid ${light.lineControl}` }} />
  const colour = isHere ? light.accent : light.lineControl
  return (
    <div className={isHere ? 'here' : 'next'} style={{ ...dot(13), border: `1.5px solid ${colour}`, padding: 2 }}>
      <div className={isHere ? 'done' : ''} style={{ ...dot(6), background: colour }} />
    </div>
  )
}

const dot = (size: number) => ({ width: size, height: size, borderRadius: size, boxSizing: 'border-box' as const })
