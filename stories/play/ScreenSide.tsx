/** The real screen at the step that is shown. What is over can be seen, and not be acted on. */
import type { ComponentType } from 'react'
import type { Playable } from './playables.ts'
import type { ScreenPlay } from './screens/screen-play.ts'
import type { Playing } from './usePlayer.ts'
import { chartNamed, viewOf } from './view.ts'

export interface ScreenSideProps {
  story: Playable
  Screen: ComponentType<ScreenPlay>
  playing: Playing
}

export function ScreenSide({ story, Screen, playing }: ScreenSideProps) {
  const { isPast } = playing
  return (
    <section className="tn-play-screen" data-on={story.on} aria-label="Screen">
      <div inert={isPast}>
        <Screen {...screenPlay(playing)} />
      </div>
    </section>
  )
}

function screenPlay({ player, steps, isPast, now, play, restart }: Playing): ScreenPlay {
  const step = steps.at(-1)!
  const calm = { busy: false, problem: null, problems: {} }
  const seen = (of: string) =>
    viewOf(step, of, chartNamed(step, of, player.chart), isPast ? calm : player.aftermath(of))!
  const children = Object.keys(step.seen).filter((of) => of !== '')
  return {
    view: seen(''),
    children: Object.fromEntries(children.map((of) => [of, seen(of)])),
    now,
    send(event, of = '') {
      play(true)
      player.request(of, event)
    },
    tell(event) {
      play(true)
      player.tell('', event)
    },
    restart,
  }
}
