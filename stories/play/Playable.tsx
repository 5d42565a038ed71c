/** A story that plays: the chart and the real screen side by side, and under them the player. */
import { useMemo, useState } from 'react'
import { PastNotice } from '../../portal/operator/views/PastNotice.tsx'
import { ProblemPanel } from '../../ui/ProblemPanel.tsx'
import { ChartSide } from './ChartSide.tsx'
import { offersOf, take } from './offering.ts'
import type { Offer } from './offers.ts'
import './play.css'
import { PlayBar } from './PlayBar.tsx'
import { PlayHead, type Shown } from './PlayHead.tsx'
import { playableOf } from './playables.ts'
import { ScreenSide } from './ScreenSide.tsx'
import { screenFor } from './screens/all.ts'
import { ServicesSide } from './ServicesSide.tsx'
import { type Choice, type Faults, type Network } from './setting.ts'
import { usePlayer } from './usePlayer.ts'

export interface PlayableProps {
  /** Which chart is played, by its id among the playables. */
  flow: string
  /** A moment of its fixtures, in small letters with dashes; '' is the beginning. */
  moment?: string
  /** What happened since then; `link.ts` says how it is written. */
  since?: string
  network?: Network
  faults?: Faults
  /** The story's id, for links to it. */
  storyId?: string
}

/** Another link is another story, and begins anew. */
export const Playable = (props: PlayableProps) => (
  <Story key={[props.flow, props.moment, props.since].join()} {...props} />
)

function Story({ flow, moment, since, network = 'fast', faults = 'none', storyId = '' }: PlayableProps) {
  const { chart, name } = playableOf(flow)
  const screen = screenFor(flow)
  const [shown, setShown] = useState<Shown>(screen ? 'both' : 'chart')
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({})
  const [isOpen, setOpen] = useState(false)
  const setting = useMemo(() => ({ network, faults, choices }), [network, faults, choices])
  const playing = usePlayer(chart, { moment, since }, setting)
  const { player, isPast, play, goTo, bad } = playing
  const version = player.version()
  // oxlint-disable-next-line react/exhaustive-deps -- the version stands for all that the player knows
  const offers = useMemo(() => offersOf(playing), [player, version, isPast])
  const onTake = (offer: Offer) => {
    play(true)
    take(player, offer)
  }
  const isBroken = player.broken()
  return (
    <div className="tenure-portal tn-play">
      <PlayHead
        {...{ name, playing, shown, storyId, isOpen }}
        hasScreen={screen !== null}
        onShow={setShown}
        onOpen={setOpen}
      />
      {bad !== null && <ProblemPanel problem={{ what: 'This link cannot be played.', why: bad, todo: toBegin }} />}
      {isBroken !== null && (
        <ProblemPanel problem={{ what: 'The chart threw.', why: isBroken, todo: 'Begin again.' }} />
      )}
      <div className="tn-play-sides" data-shown={shown} data-open={isOpen || undefined} data-on={screen?.on}>
        {shown !== 'screen' && <ChartSide playing={playing} offers={offers} onTake={onTake} />}
        {screen && shown !== 'chart' && <ScreenSide screen={screen} playing={playing} />}
        {isOpen && (
          <ServicesSide
            {...{ playing, offers, onTake, setting }}
            onChoose={(key, choice) => setChoices({ ...choices, [key]: choice })}
          />
        )}
        {isPast && <PastNotice onBack={() => goTo(null)} />}
      </div>
      <PlayBar playing={playing} offers={offers} onTake={onTake} />
    </div>
  )
}

const toBegin = 'You see the beginning of the story instead.'
