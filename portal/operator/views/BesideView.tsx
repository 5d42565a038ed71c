/** What belongs to an actor and does not stand in its chart: timers, effects, mails, webhooks, and the actors around it. */
import type { ReactNode } from 'react'
import { Chip } from '../../../ui/Chip.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { ActorSeen, JournalEntry } from '../data/types.ts'
import { fromNow, shortMoment } from '../times.ts'
import { Fields } from './Fields.tsx'

export interface BesideViewProps {
  actor: ActorSeen
  entries: readonly JournalEntry[]
}

export function BesideView({ actor, entries }: BesideViewProps) {
  const { incident, timers, effects, children, parent, enabled, view, now } = actor
  const mails = entries.flatMap(({ asked, seq }) =>
    asked.flatMap((one) => one.mails.map((mail) => ({ ...mail, key: `${seq}/${one.name}/${mail.template}` }))),
  )
  const webhooks = entries.filter(({ webhook }) => webhook !== null)
  return (
    <div className="grid gap-5 p-4 text-ui">
      {incident && (
        <Notice role="person" title={`It stands still: ${incident.code}.`}>
          {incident.message}
        </Notice>
      )}
      <Part title="Timers" none="No timer runs." items={timers}>
        {({ id, dueAt }) => <Row key={id} name={id} more={`${fromNow(dueAt, now)}, ${shortMoment(dueAt)}`} />}
      </Part>
      <Part title="Effects under way" none="Nothing is being done." items={effects}>
        {({ id, src, attempt, dueAt, working, progress }) => (
          <Row
            key={id}
            name={src}
            chip={working ? 'working' : attempt > 1 ? `try ${attempt}` : 'waiting'}
            more={progress === null ? (working ? '' : fromNow(dueAt, now)) : `${Math.round(progress * 100)} %`}
          />
        )}
      </Part>
      <Part title="Mails" none="No mail in these lines." items={mails}>
        {({ key, template, state, at }) => (
          <Row key={key} name={template} chip={state === 'intended' ? 'not sent yet' : state} more={shortMoment(at)} />
        )}
      </Part>
      <Part title="Webhooks" none="No webhook in these lines." items={webhooks}>
        {({ seq, webhook, type, at }) => (
          <Row key={seq} name={type} more={shortMoment(at)} below={<ActorLink id={`whk_${webhook}`} />} />
        )}
      </Part>
      <Part
        title="Actors around it"
        none="It stands alone."
        items={[...(parent ? [{ id: parent, invoke: 'began it' }] : []), ...children]}
      >
        {({ id, invoke }) => <Row key={id} name={invoke} below={<ActorLink id={id} />} />}
      </Part>
      <Part title="What could be sent now" none="Nothing from outside." items={enabled.map((id) => ({ id }))}>
        {({ id }) => <Row key={id} name={id} />}
      </Part>
      <Fields title="What the screens are told" value={view} />
      <p className="text-small text-ink-2">
        <a className="tn-link" href={`/operator/inspect/${encodeURIComponent(actor.id)}`}>
          Follow it in the Stately inspector
        </a>
      </p>
    </div>
  )
}

const ActorLink = ({ id }: { id: string }) => (
  <a className="tn-link font-mono text-small wrap-anywhere" href={`/operator/actors/${encodeURIComponent(id)}`}>
    {id}
  </a>
)

interface PartProps<T> {
  title: string
  /** Said where there are none. */
  none: string
  items: readonly T[]
  children(item: T): ReactNode
}
function Part<T>({ title, none, items, children }: PartProps<T>) {
  return (
    <section>
      <h2 className="text-small font-medium text-ink-3">{title}</h2>
      {items.length === 0 ? (
        <p className="mt-1 text-ink-3">{none}</p>
      ) : (
        <ul className="mt-1 divide-y divide-line">{items.map((item) => children(item))}</ul>
      )}
    </section>
  )
}

interface RowProps {
  name: string
  chip?: string
  more?: string
  below?: ReactNode
}
const Row = ({ name, chip, more, below }: RowProps) => (
  <li className="py-1.5">
    <span className="flex items-baseline justify-between gap-3">
      <span className="min-w-0 font-medium wrap-anywhere">{name}</span>
      <span className="flex flex-none items-baseline gap-2 text-small text-ink-2 tabular-nums">
        {chip && <Chip>{chip}</Chip>}
        {more}
      </span>
    </span>
    {below}
  </li>
)
