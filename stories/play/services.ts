/** The simulated services of a player: what was asked for, when each answers, and with what. */
import type { AnyActorRef, AnyMachineSnapshot } from 'xstate'
import type { Told } from '../../machines/kit/walk.ts'
import { machineOf, parentOf } from './actors.ts'
import { chartOf } from './charts.ts'
import type { PlayClock } from './clock.ts'
import { answer, type EffectWatcher } from './effect-actor.ts'
import { keysOf } from './offers.ts'
import { failureCodes, otherAnswers, type PlayChart, usualAnswer } from './play-chart.ts'
import type { Asked } from './player-types.ts'
import { effectKey, effectMs, type Setting } from './setting.ts'

export interface Services extends EffectWatcher {
  asked(): Asked[]
  /** The effect a chart waits for under that invoke, if it does. */
  waiting(of: string, invoke: string): AnyActorRef | undefined
  /** Nothing answers by itself until `release`; then each takes its time. */
  hold(): void
  release(): void
}

interface Open extends Asked {
  readonly ref: AnyActorRef
}

export interface ServicesOf {
  readonly chart: PlayChart
  readonly clock: PlayClock
  setting(): Setting
  /** A chart's name in the story. */
  nameOf(actor: AnyActorRef): string
}

export function openServices({ chart, clock, setting, nameOf }: ServicesOf): Services {
  let open: Open[] = []
  let isHeld = false

  function change(ref: AnyActorRef, to: Partial<Open>) {
    open = open.map((one) => (one.ref === ref ? { ...one, ...to } : one))
  }

  function schedule(ref: AnyActorRef) {
    const ms = effectMs(setting())
    change(ref, { dueAt: clock.now() + ms })
    clock.setTimeout(() => settle(ref), ms)
  }

  /** Answers as it was chosen by now; an effect that is gone meanwhile answers nothing. */
  function settle(ref: AnyActorRef) {
    const one = open.find((other) => other.ref === ref)
    if (!one) return
    const told = answerOf(one)
    if (told === null) return change(ref, { dueAt: null })
    const parent = parentOf(ref).getSnapshot() as AnyMachineSnapshot
    if ('error' in told && keysOf(parent, told).length === 0)
      return change(ref, { dueAt: null, stuck: (told['error'] as { code: string }).code })
    answer(ref, told)
  }

  /** Null: never. */
  function answerOf({ of, chart: id, invoke, src, input }: Open): Told | null {
    const known = of === '' ? chart : chartOf(id)
    const [how, ...rest] = choiceFor(id, invoke, failureCodes(known, invoke)[0]).split(' ')
    const end = { actorId: invoke }
    if (how === 'never') return null
    if (how === 'fail') return { type: `xstate.error.actor.${invoke}`, error: { code: rest.join(' ') }, ...end }
    const other = how === 'other' ? otherAnswers(known, invoke)[Number(rest[0])] : undefined
    const output = other ? other['output'] : usualAnswer(known, invoke, src, { input, now: clock.now() })
    return { type: `xstate.done.actor.${invoke}`, output, ...end }
  }

  function choiceFor(id: string, invoke: string, code = 'unknown'): string {
    const { choices, faults } = setting()
    const byHand = choices[effectKey(id, invoke)] ?? 'default'
    if (byHand !== 'default') return byHand
    return faults === 'effects fail' ? `fail ${code}` : 'answer'
  }

  return {
    began(ref, src, input) {
      const parent = parentOf(ref)
      const place = { of: nameOf(parent), chart: machineOf(parent).id, invoke: ref.id }
      open.push({ ref, ...place, src, input, since: clock.now(), dueAt: null, stuck: null })
      if (!isHeld) schedule(ref)
    },
    ended(ref) {
      open = open.filter((one) => one.ref !== ref)
    },
    asked: () =>
      open.map((one) => {
        const { ref: _, ...seen } = one
        return seen
      }),
    waiting: (of, invoke) => open.find((one) => one.of === of && one.invoke === invoke)?.ref,
    hold() {
      isHeld = true
    },
    release() {
      isHeld = false
      for (const { ref } of open) schedule(ref)
    },
  }
}
