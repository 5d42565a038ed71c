/** A story that plays: the chart and the real screen side by side, and under them the player. */
import { useMemo, useState } from 'react'
import { Segments } from '../../ui/Segments.tsx'
import './play.css'
import { ChartSide } from './ChartSide.tsx'
import { offersIn, type Offer } from './offers.ts'
import { PlayBar } from './PlayBar.tsx'
import { playableOf } from './playables.ts'
import type { Player } from './player.ts'
import { ScreenSide } from './ScreenSide.tsx'
import { calm, type Faults, type Network } from './setting.ts'
import { type Playing, usePlayer } from './usePlayer.ts'
import { chartNamed } from './view.ts'

export interface PlayableProps {
  /** Which chart is played, by the end of its story's id. */
  flow: string
  network?: Network
  faults?: Faults
}

type Shown = 'both' | 'chart' | 'screen'
const sides: readonly { value: Shown; label: string }[] = [
  { value: 'both', label: 'Chart and screen' },
  { value: 'chart', label: 'Chart' },
  { value: 'screen', label: 'Screen' },
]
const fromTheStart = () => {}

export function Playable({ flow, network = 'fast', faults = 'none' }: PlayableProps) {
  const story = playableOf(flow)
  const [shown, setShown] = useState<Shown>(story.Screen ? 'both' : 'chart')
  const setting = useMemo(() => ({ ...calm, network, faults }), [network, faults])
  const playing = usePlayer(story.chart, fromTheStart, false, setting)
  const offers = useMemo(() => offersOf(playing), [playing.player.version(), playing.isPast])
  const take = (offer: Offer) => {
    playing.play(true)
    takeOffer(playing.player, offer)
  }
  return (
    <main className="tenure-portal tn-play">
      <header className="tn-play-head">
        <h1>{story.title}</h1>
        <span className="tn-sc-gap" />
        {story.Screen && <Segments<Shown> label="Show" options={sides} value={shown} onPick={setShown} />}
      </header>
      <div className="tn-play-sides" data-shown={shown}>
        {shown !== 'screen' && <ChartSide playing={playing} offers={offers} onTake={take} />}
        {story.Screen && shown !== 'chart' && <ScreenSide story={story} Screen={story.Screen} playing={playing} />}
      </div>
      <PlayBar playing={playing} offers={offers} onTake={take} />
    </main>
  )
}

/** Of every chart that runs; nothing can be done in the past. */
function offersOf({ player, steps, isPast }: Playing): Offer[] {
  const step = steps.at(-1)
  if (!step || isPast) return []
  return Object.entries(step.seen).flatMap(([of, snapshot]) => {
    const { words } = chartNamed(step, of, player.chart)
    const children = of === '' ? Object.keys(step.seen) : []
    const waiting = new Set([
      ...player
        .asked()
        .filter((one) => one.of === of)
        .map(({ invoke }) => invoke),
      ...children,
    ])
    return offersIn(snapshot, { of, words, waiting, timers: player.timers() })
  })
}

function takeOffer(player: Player, { of, kind, event }: Offer): void {
  const timer = kind === 'timer' && player.timers().find((one) => one.of === of && one.type === event.type)
  if (timer) player.advance(timer.dueAt - player.now())
  else player.tell(of, event)
}
