import { Avatar } from '../../../ui/Avatar.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import type { WhoPage } from '../data/types.ts'
import { shortSpan } from '../times.ts'

export interface WhoListProps {
  /** Null while they are asked for. */
  who: readonly WhoPage[] | null
  total: number
  hasMore: boolean
  onMore(): void
}

/** Who is in a state, longest there first. */
export function WhoList({ who, total, hasMore, onMore }: WhoListProps) {
  return (
    <section aria-label="Longest here" className="border-t border-line pt-4">
      <h3 className="text-small font-medium text-ink-3">Longest here</h3>
      {who === null && <Skeleton label="Loading who is here" rows={[36, 36, 36]} />}
      {who && total === 0 && <p className="mt-1 text-ui text-ink-3">Nobody is here now.</p>}
      <ul className="mt-2 grid gap-1">
        {who?.flatMap(({ actors, now }) =>
          actors.map(({ actor, tenant, since }) => (
            <li key={actor}>
              <a
                href={`/operator/actors/${encodeURIComponent(actor)}`}
                className="-mx-2 flex items-center gap-2.5 rounded-control px-2 py-1.5 hover:bg-hover"
              >
                <Avatar name={tenant?.name ?? 'Visitor'} />
                <span className="grid min-w-0 flex-1">
                  <span className="truncate text-ui font-medium">{tenant?.name ?? 'A visitor'}</span>
                  <span className="truncate font-mono text-micro text-ink-3">{actor}</span>
                </span>
                <span className="flex-none text-small text-ink-2 tabular-nums">
                  {shortSpan(Math.max(0, now - since))}
                </span>
              </a>
            </li>
          )),
        )}
      </ul>
      {hasMore && (
        <div className="mt-2">
          <Button kind="quiet" small onClick={onMore}>
            Show more of {total.toLocaleString('en')}
          </Button>
        </div>
      )}
    </section>
  )
}
