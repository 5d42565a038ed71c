import { type KeyboardEvent, memo, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { OutlinedTransition } from '../../machines/kit/outline.ts'
import type { Picture, PlacedTransition } from '../../machines/kit/picture.ts'
import './chart.css'
import { connectedTo, type Connected } from './connected.ts'
import { linePath } from './lines.ts'
import type { Chosen, Marks } from './marks.ts'
import { isChosen } from './named.ts'
import { PictureGroup } from './PictureGroup.tsx'
import { PictureLine, PictureStart } from './PictureLine.tsx'
import { PictureNode } from './PictureNode.tsx'
import { PictureWords } from './PictureWords.tsx'
import { type Direction, nextStop, stateStop, stopsOf, transitionStop } from './stops.ts'
import { useView } from './useView.ts'
import { ZoomButtons } from './ZoomButtons.tsx'

export interface ChartPictureProps {
  picture: Picture
  marks?: Marks
  selected: Chosen
  onChoose(chosen: Chosen): void
  /** Without it nothing can be sent from the picture. */
  onSend?(transition: OutlinedTransition): void
  /** What the picture shows, e.g. `Account of Fernhill Studio`. Default: the chart's title. */
  label?: string
  /** Fades what has nothing to do with the chosen state or transition. */
  focusOnChosen?: boolean
  /** Brought into sight and given the focus; a new object does it again. */
  goTo?: { readonly chosen: NonNullable<Chosen> }
}

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/**
 * A chart as a picture to move about in. One tab stop: arrow keys walk along the lines, Enter chooses a state or sends
 * what can be sent, `+`, `-` and `0` zoom. It is written from left to right whatever the page is.
 */
export function ChartPicture(props: ChartPictureProps) {
  const { picture, marks, selected, onChoose, onSend, label = picture.title, focusOnChosen, goTo } = props
  const canvas = useRef<HTMLDivElement>(null)
  const hint = useId()
  const begin = useMemo(() => beginningOf(picture, marks, selected), [picture, marks, selected])
  const stops = useMemo(() => stopsOf(picture, onSend ? marks : undefined), [picture, marks, onSend])
  const [walked, setWalked] = useState<string | null>(null)
  const current = stops.some(({ id }) => id === walked) ? walked : begin.stop
  const { view, ready, fit, zoom, show } = useView(canvas, picture, begin.box)

  function focus(id: string) {
    const stop = stops.find((one) => one.id === id)
    if (!stop) return
    setWalked(id)
    show(stop.box)
    canvas.current?.querySelector<SVGGElement>(`[data-stop="${CSS.escape(id)}"]`)?.focus({ preventScroll: true })
  }

  const focusLatest = useRef(focus)
  focusLatest.current = focus
  useEffect(() => {
    if (!goTo || !ready) return
    const { chosen } = goTo
    if ('state' in chosen) focusLatest.current(stateStop(chosen.state))
    else {
      const transition = picture.transitions.find(({ key }) => key === chosen.transition)
      if (transition) focusLatest.current(stateStop(transition.source))
      if (transition?.at) show(transition.at)
    }
  }, [goTo, ready, picture, show])

  function press(target: Element | null) {
    const stop = target?.closest('[data-stop]')?.getAttribute('data-stop')
    const key = target?.closest('[data-transition]')?.getAttribute('data-transition')
    if (stop) act(stop)
    else if (key) onChoose({ transition: key })
    else if (target && !target.closest('[data-outside]')) onChoose(null)
  }

  function act(stop: string) {
    setWalked(stop)
    const sent = picture.transitions.find(({ key }) => transitionStop(key) === stop)
    if (sent) onSend?.(sent)
    else onChoose({ state: stop.slice(stateStop('').length) })
  }

  // in the browser's own terms, because a press on the canvas itself belongs to no control
  const pressLatest = useRef(press)
  pressLatest.current = press
  useEffect(() => {
    const element = canvas.current!
    const onClick = (event: MouseEvent) => pressLatest.current(event.target as Element)
    element.addEventListener('click', onClick)
    return () => element.removeEventListener('click', onClick)
  }, [])

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const on = (event.target as Element).closest('[data-stop]')?.getAttribute('data-stop')
    if (!handleKey(event.key, on)) return
    event.preventDefault()
  }

  function handleKey(key: string, on: string | null | undefined): boolean {
    const direction = arrows[key]
    if (direction && on) {
      const next = nextStop(stops, on, direction)
      if (next) focus(next)
      return true
    }
    if ((key === 'Enter' || key === ' ') && on) act(on)
    else if (key === 'Home' && on) focus(begin.stop)
    else if (key === 'Escape' && selected) onChoose(null)
    else if (key === '+' || key === '=') zoom(1.25)
    else if (key === '-') zoom(0.8)
    else if (key === '0') fit()
    else return false
    return true
  }

  const connected = useMemo(
    () => (focusOnChosen && selected ? connectedTo(picture, selected) : null),
    [focusOnChosen, picture, selected],
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble from the states, which are the controls
    <section className="tn-sc" dir="ltr" aria-label={label} aria-describedby={hint} onKeyDown={onKeyDown}>
      <p id={hint} className="tn-hidden">
        Arrow keys walk from state to state, Enter chooses, plus and minus zoom, 0 shows everything.
      </p>
      <div className="tn-sc-canvas" ref={canvas} style={gridOf(view)}>
        <svg aria-hidden={!ready} width="100%" height="100%">
          <g transform={`translate(${view.x} ${view.y}) scale(${view.scale})`}>
            {ready && <Drawing {...{ picture, marks, selected, connected, current }} canSend={onSend !== undefined} />}
          </g>
        </svg>
      </div>
      <ZoomButtons scale={view.scale} onZoom={zoom} onFit={fit} />
    </section>
  )
}

/** The dots of the paper move with it. */
const gridOf = ({ x, y, scale }: { x: number; y: number; scale: number }) => {
  const step = 20 * (scale < 0.5 ? scale * 2 : scale)
  return { backgroundPosition: `${x}px ${y}px`, backgroundSize: `${step}px ${step}px` }
}

/** Where one looks first: what is chosen, else where somebody is, else where it begins. */
function beginningOf({ states }: Picture, marks: Marks | undefined, selected: Chosen) {
  const leaves = states.filter(({ path }) => path !== '')
  const chosen = selected && 'state' in selected ? leaves.find(({ path }) => path === selected.state) : undefined
  const here = leaves.find(({ path, role }) => role !== null && marks?.states?.[path]?.status === 'here')
  const first = leaves.find(({ path }) => path === states[0]?.initial) ?? leaves[0]
  const one = chosen ?? here ?? first
  return { stop: stateStop(one?.path ?? ''), box: one ?? { x: 0, y: 0, w: 0, h: 0 } }
}

interface DrawingProps {
  picture: Picture
  marks: Marks | undefined
  selected: Chosen
  connected: Connected | null
  current: string | null
  canSend: boolean
}

/** Groups, then lines, then what must never be covered: states and words. */
const Drawing = memo(function Drawing({ picture, marks, selected, connected, current, canSend }: DrawingProps) {
  const { states, transitions, starts } = picture
  const shape = useMemo(() => shapeOf(picture), [picture])
  const seen = (state: Picture['states'][number]) => ({
    state,
    mark: marks?.states?.[state.path],
    selected: isChosen(selected, { state: state.path }),
    faded: connected !== null && !connected.states.has(state.path),
    current: current === stateStop(state.path),
  })
  const isFaded = (key: string) => connected !== null && !connected.transitions.has(key)
  return (
    <>
      {shape.groups.map((state) => (
        <PictureGroup
          key={state.path}
          {...seen(state)}
          isRegion={shape.regions.has(state.path)}
          regions={shape.countIn.get(state.path) ?? 0}
        />
      ))}
      {starts.map(({ target, points }) => (
        <PictureStart key={target} points={points} />
      ))}
      {shape.lines.map((line) => {
        const of = line.map(({ key }) => ({ key, mark: marks?.transitions?.[key] }))
        return (
          <PictureLine
            key={line[0]!.key}
            transition={line[0]!}
            taken={of.some(({ mark }) => mark?.taken)}
            now={of.some(({ mark }) => mark?.now)}
            enabled={canSend && of.some(({ mark }) => mark?.enabled)}
            selected={of.some(({ key }) => isChosen(selected, { transition: key }))}
            faded={of.every(({ key }) => isFaded(key))}
          />
        )
      })}
      {states.map((state) =>
        state.path === '' || shape.groups.includes(state) ? null : (
          <PictureNode key={state.path} {...seen(state)} hasRows={shape.withRows.has(state.path)} />
        ),
      )}
      {transitions.map((transition) => {
        const { key, at, source } = transition
        const mark = marks?.transitions?.[key]
        if (!at) return null
        return (
          <PictureWords
            key={key}
            transition={transition}
            note={mark?.note}
            enabled={canSend && mark?.enabled === true}
            selected={isChosen(selected, { transition: key })}
            faded={transition.points.length === 0 ? connected !== null && !connected.states.has(source) : isFaded(key)}
            current={current === transitionStop(key)}
          />
        )
      })}
    </>
  )
})

/** What only the chart decides, worked out once. */
function shapeOf({ states, transitions }: Picture) {
  const parents = new Map(states.map(({ path }) => [path, path.slice(0, Math.max(0, path.lastIndexOf('.')))]))
  const parallel = states.filter(({ kind }) => kind === 'parallel').map(({ path }) => path)
  const regions = new Set(
    states.filter(({ path }) => path !== '' && parallel.includes(parents.get(path)!)).map(({ path }) => path),
  )
  const moving = transitions.filter(({ points }) => points.length > 0)
  return {
    groups: states.filter(({ path, kind }) => path !== '' && (kind === 'compound' || kind === 'parallel')),
    regions,
    countIn: new Map(
      parallel.map((path) => [path, [...regions].filter((region) => parents.get(region) === path).length]),
    ),
    lines: [...Map.groupBy(moving, ({ points }: PlacedTransition) => linePath(points)).values()],
    withRows: new Set(transitions.filter(({ points, at }) => at && points.length === 0).map(({ source }) => source)),
  }
}
