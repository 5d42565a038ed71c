/** A player in a page: its clock runs while it plays, and what is shown follows it. */
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { openPlayer, type Player, type Step } from './player.ts'
import type { Setting } from './setting.ts'
import type { PlayChart } from './play-chart.ts'

const TICK_MS = 100

export interface Playing {
  readonly player: Player
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

/** `prepare` brings a new player to where the story begins; `isStill`: it waits there until somebody does something. */
export function usePlayer(
  chart: PlayChart,
  prepare: (player: Player) => void,
  isStill: boolean,
  setting: Setting,
): Playing {
  const [round, setRound] = useState(0)
  // oxlint-disable-next-line react/exhaustive-deps -- a restart is a new player of the same story
  const player = useMemo(() => begin(chart, round === 0 ? prepare : () => {}, setting), [chart, prepare, round])
  const [isPlaying, play] = useState(!isStill)
  const [shown, goTo] = useState<number | null>(null)
  useSyncExternalStore(player.subscribe, player.version)
  useEffect(() => player.set(setting), [player, setting])
  useTicking(player, isPlaying)

  const all = player.steps()
  const isPast = shown !== null && shown < all.length - 1
  return {
    player,
    steps: isPast ? all.slice(0, shown + 1) : all,
    isPast,
    now: isPast ? (all[shown + 1]?.at ?? player.now()) : player.now(),
    isPlaying,
    play,
    goTo: (step) => goTo(step === null || step >= all.length - 1 ? null : Math.max(0, step)),
    restart() {
      goTo(null)
      play(true)
      setRound(round + 1)
    },
  }
}

function begin(chart: PlayChart, prepare: (player: Player) => void, setting: Setting): Player {
  const player = openPlayer(chart)
  player.set(setting)
  prepare(player)
  return player
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
