import { Glyph } from '../../ui/Glyph.tsx'
import { Meter } from '../../ui/Meter.tsx'
import type { WaitingItem } from './home-types.ts'

export interface WaitingBandProps {
  onYou: readonly WaitingItem[]
  onUs: readonly WaitingItem[]
  /** How long the set-up took, in seconds; said while there is nothing else to say. */
  setUpSeconds: number | null
}

/** Who has the ball: left the customer, right us. One quiet line when nobody waits. */
export function WaitingBand({ onYou, onUs, setUpSeconds }: WaitingBandProps) {
  if (onYou.length === 0 && onUs.length === 0) return <NothingWaits setUpSeconds={setUpSeconds} />
  return (
    <div className="grid rounded-card bg-surface shadow-card tablet:grid-cols-2">
      <Side title="Waiting on you" items={onYou} empty="Nothing waits on you." />
      <Side title="Waiting on us" items={onUs} empty="Nothing waits on us." />
    </div>
  )
}

function NothingWaits({ setUpSeconds }: { setUpSeconds: number | null }) {
  return (
    <div className="flex items-center gap-3 rounded-card bg-surface px-4 py-4 shadow-card tablet:px-5">
      <Glyph role="done" size={16} />
      <p>
        <b>Nothing waits on you.</b>{' '}
        <span className="text-ui text-ink-2">
          {setUpSeconds !== null && `Setup finished in ${setUpSeconds} ${setUpSeconds === 1 ? 'second' : 'seconds'}. `}
          Requests for you will show up here and by mail.
        </span>
      </p>
    </div>
  )
}

function Side({ title, items, empty }: { title: string; items: readonly WaitingItem[]; empty: string }) {
  return (
    <section className="border-line p-4 pb-2 not-first:border-t tablet:px-5 tablet:pb-3 tablet:not-first:border-s tablet:not-first:border-t-0">
      <h2 className="mb-1 text-small font-medium text-ink-3">{title}</h2>
      {items.length === 0 ? (
        <p className="py-2.5 text-ui text-ink-2">{empty}</p>
      ) : (
        <ul>
          {items.map((item) => (
            <Row key={item.id} item={item} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Row({ item }: { item: WaitingItem }) {
  const { action, progress } = item
  return (
    <li className="grid min-h-20 grid-cols-[14px_1fr_auto] content-center items-center gap-x-3 border-line py-2.5 not-first:border-t">
      <Glyph role={item.role} />
      <div className="min-w-0">
        <p className="font-medium">{item.title}</p>
        <p className="text-ui text-ink-2">{item.detail}</p>
      </div>
      {action ? (
        <a
          href={action.href}
          className="tn-button"
          data-small
          data-kind={item.role === 'problem' ? 'primary' : 'outline'}
          aria-label={`${action.label}: ${item.title}`}
        >
          {action.label}
        </a>
      ) : (
        <span className="text-ui text-ink-3">{item.left}</span>
      )}
      {progress && (
        <div className="col-span-2 col-start-2 mt-2">
          <Meter progress role="us" label={item.title} value={progress.value} max={progress.max} text={item.detail} />
        </div>
      )}
    </li>
  )
}
