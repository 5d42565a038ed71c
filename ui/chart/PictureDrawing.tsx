import { memo, useMemo } from 'react'
import type { Picture, PlacedState, PlacedTransition } from '../../machines/kit/picture.ts'
import type { Connected } from './connected.ts'
import { linePath } from './lines.ts'
import type { Chosen, Marks } from './marks.ts'
import { isFramed } from './measures.ts'
import { isChosen } from './named.ts'
import { PictureGroup } from './PictureGroup.tsx'
import { PictureLine, PictureStart } from './PictureLine.tsx'
import { PictureNode } from './PictureNode.tsx'
import { PictureWords } from './PictureWords.tsx'
import { stateStop, transitionStop } from './stops.ts'
import { titleStart } from './titles.ts'

export interface PictureDrawingProps {
  picture: Picture
  marks: Marks | undefined
  selected: Chosen
  /** What stays when the rest fades; null when nothing does. */
  connected: Connected | null
  /** Where the keyboard stands. */
  current: string | null
  canSend: boolean
  /** Its states are whole charts. */
  asCards: boolean
}

/** Groups, then lines, then what must never be covered: states and words. Moving the view draws none of it anew. */
export const PictureDrawing = memo(function PictureDrawing(props: PictureDrawingProps) {
  const { picture, marks, selected, connected, current, canSend, asCards } = props
  const shape = useMemo(() => shapeOf(picture), [picture])
  const seen = (state: PlacedState) => ({
    state,
    mark: marks?.states?.[state.path],
    selected: isChosen(selected, { state: state.path }),
    faded: connected !== null && !connected.states.has(state.path),
    current: current === stateStop(state.path),
  })
  const isFaded = ({ key, source, points }: PlacedTransition) =>
    connected !== null && !(points.length === 0 ? connected.states.has(source) : connected.transitions.has(key))
  return (
    <>
      {shape.groups.map(({ state, ...more }) => (
        <PictureGroup key={state.path} {...seen(state)} {...more} />
      ))}
      {picture.starts.map(({ target, points }) => (
        <PictureStart key={target} points={points} faded={connected !== null} />
      ))}
      {shape.lines.map((line) => {
        const of = line.map(({ key }) => marks?.transitions?.[key])
        return (
          <PictureLine
            key={line[0]!.key}
            transition={line[0]!}
            taken={of.some((mark) => mark?.taken)}
            now={of.some((mark) => mark?.now)}
            enabled={canSend && of.some((mark) => mark?.enabled)}
            selected={line.some(({ key }) => isChosen(selected, { transition: key }))}
            faded={line.every(isFaded)}
          />
        )
      })}
      {shape.nodes.map(({ state, hasRows }) => (
        <PictureNode key={state.path} {...seen(state)} hasRows={hasRows} isCard={asCards} />
      ))}
      {picture.transitions.map((transition) => {
        const { key } = transition
        const mark = marks?.transitions?.[key]
        return (
          <PictureWords
            key={key}
            transition={transition}
            note={mark?.note}
            enabled={canSend && mark?.enabled === true}
            selected={isChosen(selected, { transition: key })}
            faded={isFaded(transition)}
            current={current === transitionStop(key)}
          />
        )
      })}
    </>
  )
})

/** What only the chart decides, worked out once. */
function shapeOf(picture: Picture) {
  const { states, transitions } = picture
  const kindOf = new Map(states.map(({ path, kind }) => [path, kind]))
  const parentOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('.')))
  const isRegion = ({ path }: PlacedState) => path !== '' && kindOf.get(parentOf(path)) === 'parallel'
  const regionsOf = ({ path, kind }: PlacedState) =>
    kind === 'parallel' ? states.filter((state) => isRegion(state) && parentOf(state.path) === path).length : 0
  const shown = states.filter(({ path }) => path !== '' || isFramed(picture))
  const holds = ({ kind }: PlacedState) => kind === 'compound' || kind === 'parallel'
  const withRows = new Set(
    transitions.filter(({ points, at }) => at && points.length === 0).map(({ source }) => source),
  )
  const moving = transitions.filter(({ points }) => points.length > 0)
  return {
    groups: shown.filter(holds).map((state) => ({
      state,
      inset: titleStart(state, picture),
      isRegion: isRegion(state),
      regions: regionsOf(state),
    })),
    nodes: shown.filter((state) => !holds(state)).map((state) => ({ state, hasRows: withRows.has(state.path) })),
    lines: [...Map.groupBy(moving, ({ points }) => linePath(points)).values()],
  }
}
