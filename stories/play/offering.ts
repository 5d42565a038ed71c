/** What can happen now in a story, over all the charts that run, and how it is made to happen. */
import { type Offer, offersIn } from './offers.ts'
import type { Player } from './player-types.ts'
import type { Playing } from './usePlayer.ts'
import { chartNamed } from './view.ts'

/** Nothing can be done in the past. */
export function offersOf({ player, steps, isPast }: Playing): Offer[] {
  const step = steps.at(-1)
  if (!step || isPast) return []
  const timers = player.timers()
  return Object.entries(step.seen).flatMap(([of, snapshot]) => {
    const { words, flow } = chartNamed(step, of, player.chart)
    const asked = player.asked().filter((one) => one.of === of)
    const children = of === '' ? Object.keys(step.seen) : []
    const waiting = new Set([...asked.map(({ invoke }) => invoke), ...children])
    const outside = new Set([...Object.keys(flow.events), ...Object.values(flow.exchanged ?? {}).flat()])
    return offersIn(snapshot, { of, words, outside, waiting, timers })
  })
}

/** A timer is waited for, so that the clock is right. */
export function take(player: Player, { of, kind, event }: Offer): void {
  const timer = kind === 'timer' && player.timers().find((one) => one.of === of && one.type === event.type)
  if (timer) player.advance(timer.dueAt - player.now())
  else player.tell(of, event)
}
