/** The player: where it stands, what happened, what can be sent, and the clock. */
import { delayIn } from '../../machines/kit/event-types.ts'
import { Pause, Play, RotateCcw, SkipBack, SkipForward, Timer } from 'lucide-react'
import type { ReactNode } from 'react'
import { momentOf, shortSpan } from '../../portal/operator/times.ts'
import { Button } from '../../ui/Button.tsx'
import { readableName } from '../../machines/kit/readable.ts'
import { leavesOf } from './marks.ts'
import { type Offer, offerLabel } from './offers.ts'
import { ClockSlider } from './ClockSlider.tsx'
import { StepTrack } from './StepTrack.tsx'
import type { Playing } from './usePlayer.ts'

export interface PlayBarProps {
  playing: Playing
  offers: readonly Offer[]
  onTake(offer: Offer): void
}

export function PlayBar({ playing, offers, onTake }: PlayBarProps) {
  const { player, steps, isPast, isPlaying, play, goTo, restart, now } = playing
  const all = player.steps()
  const at = steps.length - 1
  const events = offers.filter(({ kind }) => kind === 'event')
  const jump = (ms: number) => player.advance(ms)
  const next = player.timers()[0]
  return (
    <section className="tn-play-bar" aria-label="Player">
      <div className="tn-play-row">
        <RoundButton label="Back one step" off={at === 0} onPress={() => goTo(at - 1)}>
          <SkipBack size={16} aria-hidden />
        </RoundButton>
        <RoundButton label={isPlaying ? 'Stop the clock' : 'Let the clock run'} isMain onPress={() => play(!isPlaying)}>
          {isPlaying ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden />}
        </RoundButton>
        <RoundButton label="On one step" off={!isPast} onPress={() => goTo(at + 1)}>
          <SkipForward size={16} aria-hidden />
        </RoundButton>
        <RoundButton label="Begin again" onPress={restart}>
          <RotateCcw size={16} aria-hidden />
        </RoundButton>
        <p className="tn-play-now" aria-live="polite">
          <b>{stateWords(leavesOf(steps.at(-1), '')[0])}</b>
          <span>
            step {at + 1} of {all.length}, {shortSpan(now - all[0]!.at)}
          </span>
        </p>
        <div className="tn-play-clock" role="group" aria-label="Move the clock">
          <time dateTime={new Date(now).toISOString()}>{momentOf(now)}</time>
          {jumps.map(([label, ms]) => (
            <Button key={label} kind="quiet" small off={isPast} onClick={() => jump(ms)}>
              {label}
            </Button>
          ))}
          <ClockSlider off={isPast} onMove={jump} />
          {next && (
            <Button kind="outline" small off={isPast} onClick={() => jump(next.dueAt - player.now())}>
              <Timer size={13} aria-hidden /> {delayIn(next.type) ?? 'next timer'} in{' '}
              {shortSpan(next.dueAt - player.now())}
            </Button>
          )}
        </div>
      </div>
      {events.length > 0 && (
        <div className="tn-play-send" role="group" aria-label="Send it yourself">
          <span aria-hidden>Send it yourself</span>
          {events.map((offer) => (
            <Button key={`${offer.of} ${offer.keys.join(' ')}`} kind="outline" small onClick={() => onTake(offer)}>
              {offerLabel(offer, events)}
            </Button>
          ))}
        </div>
      )}
      <StepTrack steps={all} at={at} onGoTo={goTo} />
    </section>
  )
}

const jumps = [
  ['+30 s', 30_000],
  ['+15 min', 900_000],
  ['+1 d', 86_400_000],
] as const

const stateWords = (path: string | undefined) => (path === undefined ? 'Over' : readableName(path.split('.').at(-1)!))

interface RoundButtonProps {
  label: string
  off?: boolean
  isMain?: boolean
  onPress(): void
  children: ReactNode
}
const RoundButton = ({ label, off = false, isMain = false, onPress, children }: RoundButtonProps) => (
  <button
    type="button"
    className="tn-play-round"
    data-main={isMain || undefined}
    aria-label={label}
    title={label}
    aria-disabled={off || undefined}
    onClick={() => !off && onPress()}
  >
    {children}
  </button>
)
