/**
 * A state as a link. Storybook allows letters, digits, spaces, `-` and `_` in an argument and nothing else, so a step is
 * written as words: `address-submitted`, `done sendCode`, `failed sendCode`, `after codeLifetime`, of a child `in payment
 * card-submitted`; a mark such as `v1k3f` at the end says which of the known payloads. What somebody typed is never part of it.
 */
import { answerIn, delayIn } from '../../machines/kit/event-types.ts'
import { type AnyMachineSnapshot, isMachineSnapshot } from 'xstate'
import type { Fixture } from '../../machines/kit/fixture.ts'
import type { Told } from '../../machines/kit/walk.ts'
import { chartOf } from './charts.ts'
import { keysOf } from './offers.ts'
import type { PlayChart } from './play-chart.ts'
import { usualAnswer } from './play-chart.ts'
import type { Player, Step } from './player-types.ts'
import { eventTypes } from './words.ts'

/** The arguments of a playable story. */
export interface Link {
  /** A fixture's name, as in `slugOf`; none: from the beginning. */
  readonly moment?: string | undefined
  /** What happened since, a word for each step, with `_` between them. */
  readonly since?: string | undefined
}

/** What stands in the address cannot be played; `message` says why, for people. */
export class BadLink extends Error {}

const MOST_WORDS = 400

/** `Code, wrong` → `code-wrong`, as Storybook writes a story's name. */
export const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

export function momentOf({ fixtures }: PlayChart, slug: string): Fixture {
  const fixture = fixtures.find(({ name }) => slugOf(name) === slug)
  if (!fixture) throw new BadLink(`There is no moment called “${slug.slice(0, 60)}”.`)
  return fixture
}

/** Brings a new player to where the link leads. Throws `BadLink`, and then it stands somewhere on the way. */
export function follow(player: Player, { moment, since }: Link): void {
  if (moment) player.replay(momentOf(player.chart, moment).events)
  if (since) player.replay(eventsOf(player, since))
}

/** Worked out one by one, because what a word means depends on where the player stands by then. */
function* eventsOf(player: Player, since: string): Generator<Told & { of: string }> {
  const words = since.split('_')
  if (words.length > MOST_WORDS) throw new BadLink(`It names more than ${MOST_WORDS} steps.`)
  for (const word of words) {
    const { of, event, snapshot } = read(player, word)
    if (keysOf(snapshot, event).length === 0) throw new BadLink(`“${word}” changes nothing where it is said.`)
    yield { ...event, of }
  }
}

interface Read {
  readonly of: string
  readonly event: Told
  readonly snapshot: AnyMachineSnapshot
}

function read(player: Player, word: string): Read {
  const [, child, name = '', mark] = /^(?:in (\S+) )?(.+?)(?: v([a-z0-9]{4}))?$/.exec(word) ?? []
  const of = child ?? ''
  const snapshot = player.steps().at(-1)!.seen
  const here = Object.hasOwn(snapshot, of) ? snapshot[of]! : null
  if (!here || !isMachineSnapshot(here)) throw new BadLink(`Nothing called “${of.slice(0, 60)}” runs where it is said.`)
  const chart = of === '' ? player.chart : chartOf(here.machine.id)
  const types = [...eventTypes(here.machine)].filter((type) => wordOf(type) === name)
  // the same delay may stand in several states; the one that runs is meant
  const type = types.find((one) => player.timers().some((timer) => timer.of === of && timer.type === one)) ?? types[0]
  if (type === undefined) throw new BadLink(`The chart knows no “${word.slice(0, 60)}”.`)
  return { of, snapshot: here, event: saying(player, chart, type, mark) }
}

/** An event with its payload: the one with that mark, else the usual one. */
function saying(player: Player, chart: PlayChart, type: string, mark: string | undefined): Told {
  const known = chart.words.filter((word) => word.type === type)
  if (mark !== undefined) {
    const one = known.find((word) => markOf(word) === mark)
    if (!one) throw new BadLink(`Nobody knows this way to say “${wordOf(type)}” any more.`)
    return one
  }
  const answer = answerIn(type)
  if (!answer) return known[0] ?? { type }
  const actorId = answer.invoke
  if (!answer.isDone) return known[0] ?? { type, error: { code: 'unknown' }, actorId }
  const { src = '', input } = player.asked().find(({ invoke }) => invoke === answer.invoke) ?? {}
  return { type, output: usualAnswer(chart, answer.invoke, src, { input, now: player.now() }), actorId }
}

/** An event's type as it stands in a link. */
export function wordOf(type: string): string {
  const answer = answerIn(type)
  const delay = delayIn(type)
  const words = answer
    ? `${answer.isDone ? 'done' : 'failed'} ${answer.invoke}`
    : delay === null
      ? type
      : `after ${delay}`
  return words.replace(/[^A-Za-z0-9 -]+/g, '-')
}

/** Four letters that stand for a payload, whatever else there is to say; two of one event that share them would not be told apart. */
export function markOf(event: Told): string {
  let sum = 5381
  for (const letter of JSON.stringify(event)) sum = (Math.imul(sum, 33) + letter.codePointAt(0)!) >>> 0
  return sum.toString(36).padStart(4, '0').slice(-4)
}

/** The usual payload needs no mark. */
const marked = (event: Told, usual: Told | undefined): string =>
  usual === undefined || isSame(event, usual) ? wordOf(event.type) : `${wordOf(event.type)} v${markOf(event)}`

/** The link to the last of `steps`: a fixture that lies on the way, and the rest in words. */
export function linkTo(chart: PlayChart, from: Link, steps: readonly Step[], replayed: number): Required<Link> {
  if (from.moment || from.since) {
    const words = wordsFor(chart, steps, replayed)
    return { moment: from.moment ?? '', since: [from.since, ...words].filter(Boolean).join('_') }
  }
  const words = wordsFor(chart, steps, 1)
  const { name, events } = nearest(chart, words) ?? { name: '', events: [] }
  return { moment: slugOf(name), since: words.slice(events.length).join('_') }
}

/** The fixture that goes the farthest along the way. */
const nearest = (chart: PlayChart, words: readonly string[]): Fixture | undefined =>
  chart.fixtures
    .filter(
      ({ events }) => events.length <= words.length && events.every((event, at) => said(chart, event) === words[at]),
    )
    .toSorted((one, other) => other.events.length - one.events.length)[0]

const said = ({ words }: PlayChart, event: Told): string =>
  marked(
    event,
    words.find(({ type }) => type === event.type),
  )

const isSame = (one: Told, other: Told) => JSON.stringify(one) === JSON.stringify(other)

/** A word for each step from that one on which changed something. */
const wordsFor = (chart: PlayChart, steps: readonly Step[], from: number): string[] =>
  steps.flatMap((step, at) => {
    const before = steps[at - 1]?.seen[step.of]
    const isIdle = Object.values(step.taken).every((keys) => keys.length === 0)
    return at < from || !before || isIdle ? [] : [wordFor(chart, step, before)]
  })

function wordFor(own: PlayChart, { of, event }: Step, before: AnyMachineSnapshot): string {
  const chart = of === '' ? own : chartOf(before.machine.id)
  const known = chart.words.filter(({ type }) => type === event.type)
  // what was typed stays here: of the payloads we know, one that leads the same way
  const way = keysOf(before, event).join()
  const meant = known.find((one) => isSame(one, event)) ?? known.find((one) => keysOf(before, one).join() === way)
  const word = meant ? marked(meant, known[0]) : wordOf(event.type)
  return of === '' ? word : `in ${of} ${word}`
}

/** Where a story with these arguments stands. `place` is the page of the story itself. */
export function addressOf({ origin, pathname }: Pick<Location, 'origin' | 'pathname'>, id: string, link: Link): string {
  const args = Object.entries(link).flatMap(([name, value]) => (value ? [`${name}:${value.replaceAll(' ', '+')}`] : []))
  const page = `${origin}${pathname.replace(/iframe\.html$/, '')}?path=/story/${id}`
  return args.length === 0 ? page : `${page}&args=${args.join(';')}`
}
