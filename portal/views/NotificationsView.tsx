import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Glyph, type Role } from '../../ui/Glyph.tsx'
import { ProblemPanel } from '../../ui/ProblemPanel.tsx'
import { momentOf } from './amounts.ts'
import type { ActionState } from './home-types.ts'
import { PageHead } from './PageHead.tsx'
import { wordsFor } from './problems.ts'
import { useNow } from './useNow.ts'

export interface NotificationItem {
  id: string
  role: Role
  title: string
  body: string
  /** ISO */
  at: string
  unread: boolean
  /** Where it leads, if anywhere. */
  href?: string
}

export interface NotificationsViewProps {
  /** Newest first. */
  items: readonly NotificationItem[]
  /** Marking as read. */
  action: ActionState
  /** Default: the clock. */
  nowMs?: number
  onRead(id: string): void
  onReadAll(): void
}

/** What happened, newest first. New ones are marked by a word as well as by weight. */
export function NotificationsView({ items, action, nowMs, onRead, onReadAll }: NotificationsViewProps) {
  const clockMs = useNow(nowMs)
  const unread = items.filter((item) => item.unread).length
  return (
    <>
      <PageHead
        title="Notifications"
        facts={unread === 0 ? 'All read.' : `${unread} new.`}
        action={
          unread > 0 && (
            <Button kind="outline" busy={action.busy} onClick={onReadAll}>
              Mark all as read
            </Button>
          )
        }
      />
      {action.problem && <ProblemPanel problem={wordsFor(action.problem)} />}
      {items.length === 0 ? (
        <EmptyState title="Nothing has happened yet">
          Set-ups that finish, payments and requests for you show up here, and by mail if you want.
        </EmptyState>
      ) : (
        <ul className="rounded-card bg-surface shadow-card">
          {items.map((item) => (
            <Item key={item.id} item={item} nowMs={clockMs} onRead={onRead} />
          ))}
        </ul>
      )}
    </>
  )
}

type ItemProps = { item: NotificationItem; nowMs: number; onRead(id: string): void }

function Item({ item, nowMs, onRead }: ItemProps) {
  const { id, role, title, body, at, unread, href } = item
  return (
    <li className="grid grid-cols-[14px_1fr_auto] items-start gap-x-3 border-line px-4 py-3.5 not-first:border-t tablet:px-5">
      <span className="pt-[3px]">
        <Glyph role={role} />
      </span>
      <div className="min-w-0">
        <p className={unread ? 'font-semibold' : 'font-medium'}>
          {href ? (
            <a href={href} className="-my-3.5 inline-block py-3.5 hover:underline tablet:m-0 tablet:p-0">
              {title}
            </a>
          ) : (
            title
          )}
          {unread && (
            <span className="ms-2 rounded-chip bg-accent-soft px-1.5 py-0.5 text-small font-medium text-accent-ink">
              New
            </span>
          )}
        </p>
        <p className="text-ui text-ink-2">{body}</p>
        <p className="mt-0.5 text-small text-ink-3 first-letter:uppercase">{momentOf(at, nowMs)}</p>
      </div>
      {unread && (
        <div className="max-tablet:col-start-2 max-tablet:-ms-3.5">
          <Button kind="quiet" small aria-label={`Mark as read: ${title}`} onClick={() => onRead(id)}>
            Mark as read
          </Button>
        </div>
      )}
    </li>
  )
}
