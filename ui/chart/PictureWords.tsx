import { memo } from 'react'
import type { PlacedTransition } from '../../machines/kit/picture.ts'
import { stayPath } from './lines.ts'
import { transitionStop } from './stops.ts'
import { clockWidth, lineHeight, placedWords, type Word, type WordLine, wordLines } from './words.ts'

export interface PictureWordsProps {
  transition: PlacedTransition
  /** Shown below its words, e.g. `71 %`. */
  note: string | undefined
  /** It can be taken now: a button. */
  enabled: boolean
  selected: boolean
  faded: boolean
  current: boolean
}

/** What stands beside a line, or on a row inside a state: event, guard, effect. */
export const PictureWords = memo(function PictureWords(props: PictureWordsProps) {
  const { transition, note, enabled, selected, faded, current } = props
  const { at, key, points } = transition
  if (!at) return null
  const lines = wordLines(transition)
  const top = (at.h - lines.length * lineHeight) / 2 + 10.5
  const marks = {
    'data-selected': selected || undefined,
    'data-faded': faded || undefined,
    'data-stays': points.length === 0 || undefined,
    transform: `translate(${at.x} ${at.y})`,
  }
  const words = (
    <>
      <rect className="tn-sc-pill" x={-5} y={0} width={at.w + 10} height={at.h} rx={6} />
      {points.length === 0 && <path className="tn-sc-stay" d={stayPath} transform={`translate(0 ${top - 10})`} />}
      {lines.map((line, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines never change their order
        <Line key={row} line={line} y={top + row * lineHeight} />
      ))}
      {/* a row inside a state has no room for it: its figures stand in the detail and in the list */}
      {note !== undefined && points.length > 0 && (
        <text className="tn-sc-word" data-kind="note" x={0} y={top + lines.length * lineHeight}>
          {note}
        </text>
      )}
    </>
  )
  if (!enabled)
    return (
      <g className="tn-sc-words" data-transition={key} {...marks}>
        {words}
      </g>
    )
  return (
    <g
      role="button"
      tabIndex={current ? 0 : -1}
      aria-label={['Send', ...lines.flat().map(({ text }) => text), note].filter(Boolean).join(' ')}
      className="tn-sc-words"
      data-enabled
      data-stop={transitionStop(key)}
      {...marks}
    >
      {words}
    </g>
  )
})

function Line({ line, y }: { line: WordLine; y: number }) {
  return (
    <>
      {placedWords(line).map(({ word, x }) => (
        <OneWord key={`${word.kind} ${word.text}`} word={word} x={x} y={y} />
      ))}
    </>
  )
}

function OneWord({ word: { kind, text }, x, y }: { word: Word; x: number; y: number }) {
  if (kind !== 'timer')
    return (
      <text className="tn-sc-word" data-kind={kind} x={x} y={y}>
        {text}{' '}
      </text>
    )
  return (
    <>
      <g className="tn-sc-clock" transform={`translate(${x + 5} ${y - 4})`}>
        <circle r={4.4} />
        <path d="M0-2.4V.2l1.7 1" />
      </g>
      <text className="tn-sc-word" data-kind="timer" x={x + clockWidth} y={y}>
        {text}{' '}
      </text>
    </>
  )
}
