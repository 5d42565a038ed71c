/** The real screen at the step that is shown. What is over can be seen, and not be acted on. */
import { RIGHT_CODE } from './ingress.ts'
import type { PlayScreen } from './screens/all.ts'
import type { ScreenPlay } from './screens/screen-play.ts'
import type { Playing } from './usePlayer.ts'
import { chartNamed, viewOf } from './view.ts'

export interface ScreenSideProps {
  screen: PlayScreen
  playing: Playing
}

export function ScreenSide({ screen: { Screen, on }, playing }: ScreenSideProps) {
  const play = screenPlay(playing)
  return (
    <article className="tn-play-screen" data-on={on} aria-label="Screen">
      <div inert={playing.isPast}>
        <Screen {...play} />
      </div>
      {play.view.enabled.includes('code.typed') && (
        <p className="tn-play-hint">
          The mail holds the code <b>{RIGHT_CODE.replace(/(...)/, '$1 ')}</b>. Any other is wrong.
        </p>
      )}
    </article>
  )
}

const calm = { busy: false, problem: null, problems: {} }

function screenPlay({ player, steps, isPast, now, play, restart }: Playing): ScreenPlay {
  const step = steps.at(-1)!
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
