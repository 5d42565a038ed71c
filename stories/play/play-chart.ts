/** What a chart needs besides itself to be played: how it begins, what can be told to it, and what its services answer. */
import { answerIn } from '../../machines/kit/event-types.ts'
import type { Flow, CallerKind } from '../../machines/kit/flow.ts'
import type { Fixture } from '../../machines/kit/fixture.ts'
import type { Told } from '../../machines/kit/walk.ts'
import { wordsIn } from './words.ts'

export interface Question {
  readonly input: unknown
  /** The player's time, milliseconds since 1970. */
  readonly now: number
}
type Answers = Readonly<Record<string, (question: Question) => unknown>>

export interface PlayChart {
  readonly flow: Flow
  readonly input: unknown
  /** Whose screen it is: what they may not send, the screen cannot send either. */
  readonly caller: CallerKind
  readonly fixtures: readonly Fixture[]
  /** Events with a payload, and answers of effects: the first of a type is the usual one. */
  readonly words: readonly Told[]
  /** Outputs that depend on the question, by the invoke's id or the effect's name. Default: the first word. */
  readonly answers: Answers
  /** When its story begins, milliseconds since 1970. */
  readonly startsAt: number
}

export interface PlayChartInput {
  readonly caller?: CallerKind
  /** Where its input, its moments and its words stand. */
  readonly from: Readonly<Record<string, unknown>>
  readonly input?: unknown
  readonly fixtures?: readonly Fixture[]
  /** Words nobody has written down as a constant, and before them those that are usual among several. */
  readonly more?: readonly Told[]
  readonly answers?: Answers
  readonly startsAt?: number
}

/** 19 November 2026, 09:00 UTC: the day the fixtures speak of. */
export const FIRST_DAY = 1_795_078_800_000

export function playChart(flow: unknown, given: PlayChartInput): PlayChart {
  const { from, caller = 'member', fixtures = [], more = [], answers = {}, startsAt = FIRST_DAY } = given
  const one = flow as Flow
  const words = wordsIn(one.machine, more, { ...from, fixtures })
  return { flow: one, input: given.input ?? from['input'], caller, fixtures, words, answers, startsAt }
}

/** What the service behind an effect answers when nothing goes wrong. */
export function usualAnswer({ words, answers }: PlayChart, invoke: string, src: string, question: Question): unknown {
  const made = answers[invoke] ?? answers[src]
  if (made) return made(question)
  const said = words.find(({ type }) => type === `xstate.done.actor.${invoke}`)
  return said ? said['output'] : {}
}

/** The codes an effect is known to fail with; there is always one. */
export function failureCodes({ words }: PlayChart, invoke: string): string[] {
  const codes = words.flatMap((word) => {
    const answer = answerIn(word.type)
    return answer?.invoke === invoke && !answer.isDone ? [(word['error'] as { code: string }).code] : []
  })
  return codes.length === 0 ? ['unknown'] : [...new Set(codes)]
}

/** Other outputs than the usual one that the fixtures know of. */
export const otherAnswers = ({ words }: PlayChart, invoke: string): Told[] =>
  words.filter(({ type }) => type === `xstate.done.actor.${invoke}`).slice(1)
