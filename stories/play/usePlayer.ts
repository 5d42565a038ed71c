/** A player in a page: its clock runs while it plays, and what is shown follows it. */
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { BadLink, follow, type Link } from './link.ts'
import type { PlayChart } from './play-chart.ts'
import { openPlayer } from './player.ts'
import type { Player, Step } from './player-types.ts'
import type { Setting } from './setting.ts'

const TICK_MS = 100

export interface Playing extends Begun {
  /** The steps up to the one that is shown. */
  readonly steps: readonly Step[]
  /** What is shown is over. */
  readonly isPast: boolean
  /** The player's clock at the moment that is shown. */
  readonly now: number
  readonly isPlaying: boolean
  play(isPlaying: boolean): void
  /** A step by its place; null: now. */
  goTo(step: number | null): void
  restart(): void
}

interface Begun {
  readonly player: Player
  /** Where it began. */
  readonly link: Link
  /** How many steps the link brought. */
  readonly brought: number
  /** Why the link could not be followed. */
  readonly bad: string | null
}

/** At the end of a link the clock stands still, until somebody does something. */
export function usePlayer(chart: PlayChart, link: Link, setting: Setting): Playing {
  const [round, setRound] = useState(0)
  // oxlint-disable-next-line react/exhaustive-deps -- a restart is a new player; what may go wrong is told to the one there is
  const begun = useMemo(() => begin(chart, round === 0 ? link : {}), [chart, round])
  const { player } = begun
  const [isPlaying, play] = useState(!link.moment && !link.since)
  const [shown, setShown] = useState<number | null>(null)
  useSyncExternalStore(player.subscribe, player.version)
  useEffect(() => player.set(setting), [player, setting])
  useTicking(player, isPlaying)

  const all = player.steps()
  const isPast = shown !== null && shown < all.length - 1
  return {
    ...begun,
    steps: isPast ? all.slice(0, shown + 1) : all,
    isPast,
    now: isPast ? all[shown]!.at : player.now(),
    isPlaying,
    play,
    goTo: (step) => setShown(step === null || step >= all.length - 1 ? null : Math.max(0, step)),
    restart() {
      setShown(null)
      play(true)
      setRound(round + 1)
    },
  }
}

/** A link that cannot be followed shows the beginning, and says so. */
function begin(chart: PlayChart, link: Link): Begun {
  const player = openPlayer(chart)
  try {
    follow(player, link)
    return { player, link, brought: player.steps().length, bad: null }
  } catch (error) {
    if (!(error instanceof BadLink)) throw error
    return { player: openPlayer(chart), link: {}, brought: 1, bad: error.message }
  }
}

/** As fast as the time of this page, and never faster than a page that was asleep can bear. */
function useTicking(player: Player, isPlaying: boolean) {
  useEffect(() => {
    if (!isPlaying) return
    let last = performance.now()
    const timer = setInterval(() => {
      const now = performance.now()
      player.advance(Math.min(now - last, 10 * TICK_MS))
      last = now
    }, TICK_MS)
    return () => clearInterval(timer)
  }, [player, isPlaying])
}
