/** The way of a screen's event to its chart: over the network, through the ingress, and what the screen hears of it. */
import type { AnyActorRef } from 'xstate'
import type { Told } from '../../machines/kit/walk.ts'
import { machineOf } from './actors.ts'
import { chartOf } from './charts.ts'
import type { PlayClock } from './clock.ts'
import { admit } from './ingress.ts'
import type { PlayChart } from './play-chart.ts'
import { type Aftermath, nothing } from './player-types.ts'
import { requestMs, type Setting } from './setting.ts'

export interface Requests {
  /** `arrive` is what the arrival happens in, when it needs no time. */
  send(of: string, event: Told, arrive: (run: () => void) => void): void
  aftermath(of: string): Aftermath
  /** What became of something done on one screen is no news on the next. */
  forget(of: string): void
}

export interface RequestsOf {
  readonly chart: PlayChart
  readonly clock: PlayClock
  setting(): Setting
  actorOf(of: string): AnyActorRef | undefined
}

export function openRequests({ chart, clock, setting, actorOf }: RequestsOf): Requests {
  const aftermaths = new Map<string, Aftermath>()
  const say = (of: string, what: Partial<Aftermath>) => void aftermaths.set(of, { ...nothing, ...what })

  function arrived(of: string, event: Told, isOffline: boolean) {
    aftermaths.delete(of)
    if (isOffline) return say(of, { problem: 'offline' })
    if (setting().faults === 'answers refused') return say(of, { problem: 'conflict' })
    const actor = actorOf(of)
    if (!actor) return
    const { flow } = of === '' ? chart : chartOf(machineOf(actor).id)
    const admission = admit(flow, chart.caller, event)
    if ('admitted' in admission) actor.send(admission.admitted)
    else if ('problems' in admission) say(of, { problems: admission.problems })
    else say(of, { problem: admission.refused })
  }

  return {
    send(of, event, arrive) {
      if (aftermaths.get(of)?.busy) return
      const isOffline = setting().network === 'offline'
      const ms = requestMs(setting())
      if (ms === 0) return arrive(() => arrived(of, event, isOffline))
      say(of, { busy: true })
      clock.setTimeout(() => arrived(of, event, isOffline), ms)
    },
    aftermath: (of) => aftermaths.get(of) ?? nothing,
    forget: (of) => void aftermaths.delete(of),
  }
}
