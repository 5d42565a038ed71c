import { useEffect, useEffectEvent, useId, useMemo, useRef, useState } from 'react'
import './chart.css'
import { connectedTo } from './connected.ts'
import type { Chosen, ShownChart } from './marks.ts'
import { PictureDrawing } from './PictureDrawing.tsx'
import { beginningOf, type Direction, nextStop, stateStop, stopsOf, transitionStop } from './stops.ts'
import { usePresses } from './usePresses.ts'
import { useView } from './useView.ts'
import { ZoomButtons } from './ZoomButtons.tsx'

export interface ChartPictureProps extends ShownChart {
  /** What the picture shows, e.g. `Account of Fernhill Studio`. Default: the chart's title. */
  label?: string
  /** Fades what has nothing to do with the chosen state or transition. */
  focusOnChosen?: boolean
  /** Its states are whole charts, each a card. */
  asCards?: boolean
  /** A state that is kept in sight, by path: whenever it is another one, the picture moves to it. */
  follow?: string | undefined
  /** Brought into sight and given the focus; a new object does it again. */
  goTo?: { readonly chosen: NonNullable<Chosen> }
}

const walks: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  PageUp: 'outer',
  PageDown: 'inner',
}

/**
 * A chart as a picture to move about in. One tab stop: arrow keys walk along the lines, PageUp and PageDown out of
 * a group and into it, Enter chooses a state or sends what can be sent, `+`, `-` and `0` zoom. It is written from left to right whatever the page is.
 */
export function ChartPicture(props: ChartPictureProps) {
  const {
    picture,
    marks,
    selected,
    onChoose,
    onSend,
    label = picture.title,
    focusOnChosen,
    goTo,
    follow,
    asCards = false,
  } = props
  const canvas = useRef<HTMLDivElement>(null)
  const hint = useId()
  const begin = beginningOf(picture, marks, selected)
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

  const go = useEffectEvent((chosen: NonNullable<Chosen>) => {
    if ('state' in chosen) return focus(stateStop(chosen.state))
    const transition = picture.transitions.find(({ key }) => key === chosen.transition)
    if (!transition) return
    focus(stateStop(transition.source))
    if (transition.at) show(transition.at)
  })
  useEffect(() => {
    if (goTo && ready) go(goTo.chosen)
  }, [goTo, ready])

  const keepInSight = useEffectEvent((path: string) => {
    const state = picture.states.find((one) => one.path === path)
    if (state) show(state)
  })
  useEffect(() => {
    if (follow !== undefined && ready) keepInSight(follow)
  }, [follow, ready])

  function act(stop: string) {
    setWalked(stop)
    const sent = picture.transitions.find(({ key }) => transitionStop(key) === stop)
    if (sent) onSend?.(sent)
    else onChoose({ state: stop.slice(stateStop('').length) })
  }

  function press(target: Element) {
    const stop = stopAt(target)
    const key = target.closest('[data-transition]')?.getAttribute('data-transition')
    if (stop) act(stop)
    else onChoose(key ? { transition: key } : null)
  }

  function onKey(key: string, target: Element): boolean {
    const stop = stopAt(target)
    const direction = walks[key]
    if (direction && stop) {
      const next = nextStop(stops, stop, direction)
      if (next) focus(next)
    } else if ((key === 'Enter' || key === ' ') && stop) act(stop)
    else if (key === 'Home' && stop) focus(begin.stop)
    else if (key === 'Escape' && selected) onChoose(null)
    else if (key === '+' || key === '=') zoom(1.25)
    else if (key === '-') zoom(0.8)
    else if (key === '0') fit()
    else return false
    return true
  }

  usePresses(canvas, press, onKey)
  const connected = useMemo(
    () => (focusOnChosen && selected ? connectedTo(picture, selected) : null),
    [focusOnChosen, picture, selected],
  )
  return (
    <section className="tn-sc" dir="ltr" aria-label={label} aria-describedby={hint}>
      <p id={hint} className="tn-hidden">
        Arrow keys walk from state to state, page up and page down out of a group and into it, Enter chooses, plus and
        minus zoom, 0 shows everything.
      </p>
      <div className="tn-sc-canvas" ref={canvas} style={paperOf(view)}>
        <svg width="100%" height="100%">
          <g transform={`translate(${view.x} ${view.y}) scale(${view.scale})`}>
            {ready && (
              <PictureDrawing
                {...{ picture, marks, selected, connected, current, asCards }}
                canSend={onSend !== undefined}
              />
            )}
          </g>
        </svg>
      </div>
      <ZoomButtons scale={view.scale} onZoom={zoom} onFit={fit} />
    </section>
  )
}

const stopAt = (target: Element) => target.closest('[data-stop]')?.getAttribute('data-stop') ?? null

/** The dots of the paper move with it. */
function paperOf({ x, y, scale }: { x: number; y: number; scale: number }) {
  const step = 20 * (scale < 0.5 ? scale * 2 : scale)
  return { backgroundPosition: `${x}px ${y}px`, backgroundSize: `${step}px ${step}px` }
}
