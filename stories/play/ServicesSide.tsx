/** Behind the screen: what the services do and what they will answer, which timers run, and what was told to nobody in particular. */
import { delayIn } from '../../machines/kit/event-types.ts'
import type { ReactNode } from 'react'
import { shortSpan } from '../../portal/operator/times.ts'
import { Button } from '../../ui/Button.tsx'
import type { AnyStateMachine, AnyStateNode } from 'xstate'
import { pictureOf } from '../pictures/all.ts'
import { type Offer, offerLabel } from './offers.ts'
import { failureCodes, otherAnswers, type PlayChart } from './play-chart.ts'
import type { Asked, Step } from './player-types.ts'
import { type Choice, effectKey, type Setting } from './setting.ts'
import type { Playing } from './usePlayer.ts'
import { chartNamed } from './view.ts'
import { gist } from './words.ts'

export interface ServicesSideProps {
  playing: Playing
  offers: readonly Offer[]
  setting: Setting
  onTake(offer: Offer): void
  onChoose(key: string, choice: Choice): void
}

export function ServicesSide({ playing, offers, setting, onTake, onChoose }: ServicesSideProps) {
  const { steps, now, isPast, player } = playing
  const step = steps.at(-1)!
  const asked = isPast ? step.asked : player.asked()
  const answers = offers.filter(({ kind }) => kind === 'answer')
  const timers = offers.filter(({ kind }) => kind === 'timer')
  const dueAt = ({ of, event }: Offer) => step.timers.find((one) => one.of === of && one.type === event.type)?.dueAt
  const told = steps.flatMap(({ announced }) => announced)
  return (
    <section className="tn-play-services" aria-label="Services">
      <Part title="Under way" none="Nothing is being done." count={asked.length}>
        {asked.map((one) => (
          <li key={`${one.of} ${one.invoke}`}>
            <b>{one.invoke}</b>
            <span>{waitWords(one, now)}</span>
            <div>
              {answers
                .filter(({ of, label }) => of === one.of && label.startsWith(`${one.invoke} `))
                .map((offer, _, among) => (
                  <Button key={offer.keys.join()} kind="outline" small onClick={() => onTake(offer)}>
                    {offerLabel(offer, among).slice(one.invoke.length + 1)}
                  </Button>
                ))}
            </div>
          </li>
        ))}
      </Part>
      <Part title="Timers" none="No timer runs." count={timers.length}>
        {timers.map((offer) => (
          <li key={`${offer.of} ${offer.event.type}`}>
            <b>{delayIn(offer.event.type)}</b>
            <span>in {shortSpan((dueAt(offer) ?? now) - now)}</span>
            <div>
              <Button kind="outline" small onClick={() => onTake(offer)}>
                Jump there
              </Button>
            </div>
          </li>
        ))}
      </Part>
      {Object.keys(step.seen).map((of) => (
        <Choices key={of} {...{ step, of, setting, onChoose }} chart={chartNamed(step, of, player.chart)} />
      ))}
      <Part title="Told, and nobody waits for it" none="Nothing." count={told.length}>
        {told.map(({ name, params }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a log only grows
          <li key={index}>
            <b>{name}</b>
            <span>{gist({ type: name, ...(params as object) })}</span>
          </li>
        ))}
      </Part>
    </section>
  )
}

function waitWords({ stuck, dueAt }: Asked, now: number): string {
  if (stuck !== null) return `failed with ${stuck}, and the chart has no way for that: an operator would be called`
  return dueAt === null ? 'does not answer by itself' : `answers in ${shortSpan(Math.max(0, dueAt - now))}`
}

interface ChoicesProps extends Pick<ServicesSideProps, 'setting' | 'onChoose'> {
  step: Step
  of: string
  chart: PlayChart
}

/** One choice for each thing the chart asks for. */
function Choices({ chart, setting, onChoose }: ChoicesProps) {
  const { machine } = chart.flow
  const { title } = pictureOf(machine.id)
  const invokes = effectsOf(machine)
  return (
    <Part title={`What is answered: ${title}`} none="Nothing is asked for." count={invokes.length}>
      {invokes.map((invoke) => {
        const key = effectKey(machine.id, invoke)
        return (
          <li key={invoke}>
            <label>
              <b>{invoke}</b>
              <select
                className="tn-input"
                value={setting.choices[key] ?? 'default'}
                onChange={(event) => onChoose(key, event.target.value)}
              >
                {choicesFor(chart, invoke).map(([value, words]) => (
                  <option key={value} value={value}>
                    {words}
                  </option>
                ))}
              </select>
            </label>
          </li>
        )
      })}
    </Part>
  )
}

const choicesFor = (chart: PlayChart, invoke: string): (readonly [Choice, string])[] => [
  ['default', 'as the toolbar says'],
  ['answer', 'answers'],
  ...otherAnswers(chart, invoke).map((told, at) => [`other ${at}`, `answers: ${gist(told)}`] as const),
  ...failureCodes(chart, invoke).map((code) => [`fail ${code}`, `fails: ${code}`] as const),
  ['never', 'never answers'],
]

/** Invokes of effects, not of charts: those are played themselves. */
function effectsOf(machine: AnyStateMachine): string[] {
  const nodes = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(nodes)]
  const isEffect = (src: unknown) => 'effect' in (machine.implementations.actors[String(src)] as object)
  return [
    ...new Set(
      nodes(machine.root).flatMap(({ invoke }) => invoke.flatMap(({ id, src }) => (isEffect(src) ? [id] : []))),
    ),
  ]
}

interface PartProps {
  title: string
  /** Said where there is nothing. */
  none: string
  count: number
  children: ReactNode
}
const Part = ({ title, none, count, children }: PartProps) => (
  <div>
    <h2>{title}</h2>
    {count === 0 ? <p>{none}</p> : <ul>{children}</ul>}
  </div>
)
