import { Mail, RotateCw, Undo2 } from 'lucide-react'
import { ActionsMenu } from '../../ui/ActionsMenu.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip } from '../../ui/Chip.tsx'
import type { Role } from '../../ui/Glyph.tsx'
import type { MenuItem } from '../../ui/Menu.tsx'
import { countOf, dayOf, momentOf } from './amounts.ts'
import { roleName } from './roles.ts'
import type { InvitationState, TeamInvitation } from './team-types.ts'
import { TableHead } from './TableHead.tsx'

export type InvitationAction = TeamInvitation['can'][number]

export interface InvitationsCardProps {
  invitations: readonly TeamInvitation[]
  nowMs: number
  busy: boolean
  onAct(id: string, action: InvitationAction): void
}

const columns = [{ label: 'Email' }, { label: 'Role', deskOnly: true }, { label: 'State', deskOnly: true }]

/** Who is asked to come, and how that stands. */
export function InvitationsCard({ invitations, nowMs, busy, onAct }: InvitationsCardProps) {
  return (
    <Card title="Invitations" count={countOf(invitations.length)} flush>
      <table className="w-full text-ui">
        <TableHead columns={columns} />
        <tbody>
          {invitations.map((invitation) => (
            <Row key={invitation.id} invitation={invitation} nowMs={nowMs} busy={busy} onAct={onAct} />
          ))}
        </tbody>
      </table>
    </Card>
  )
}

type RowProps = { invitation: TeamInvitation } & Pick<InvitationsCardProps, 'nowMs' | 'busy' | 'onAct'>

function Row({ invitation, nowMs, busy, onAct }: RowProps) {
  const { role } = invitation
  return (
    <tr className="border-t border-line">
      <th scope="row" className="px-4 py-2.5 text-start font-normal tablet:px-5">
        <Whom invitation={invitation} nowMs={nowMs} />
      </th>
      <td className="px-3 max-tablet:hidden">{roleName(role)}</td>
      <td className="px-3 whitespace-nowrap max-tablet:hidden">
        <State invitation={invitation} nowMs={nowMs} />
      </td>
      <td className="pe-2 text-end whitespace-nowrap tablet:pe-4">
        <Actions invitation={invitation} busy={busy} onAct={onAct} />
      </td>
    </tr>
  )
}

function Whom({ invitation, nowMs }: Pick<RowProps, 'invitation' | 'nowMs'>) {
  const { email, role, inviter, sentAt, state } = invitation
  const note = notes[state]
  return (
    <span className="flex items-center gap-3">
      <span
        className="tn-avatar bg-surface shadow-[inset_0_0_0_1px_var(--tn-line-strong)] max-tablet:hidden"
        aria-hidden
      >
        <Mail size={14} strokeWidth={1.75} />
      </span>
      <span className="grid min-w-0 gap-0.5">
        <span className="font-medium wrap-anywhere">{email}</span>
        {note ? (
          <span className="text-small text-problem-ink">{note}</span>
        ) : (
          <span className="text-small text-ink-2">
            Sent {momentOf(sentAt, nowMs)} by {inviter}
          </span>
        )}
        <span className="mt-1 flex flex-wrap items-center gap-2 text-small tablet:hidden">
          <State invitation={invitation} nowMs={nowMs} /> {roleName(role)}
        </span>
      </span>
    </span>
  )
}

/** What needs more words than a chip has. */
const notes: Partial<Record<InvitationState, string>> = {
  undelivered: 'The mail could not be delivered. Check the address, or send it again.',
  full: 'Accepted, but every seat is taken. Free one, then let them in.',
  failed: 'Accepted, but the workspace did not open. Try again.',
  stuck: 'Accepted, but the workspace did not open. A person is on it.',
}

const chips: Record<InvitationState, readonly [Role, string]> = {
  sending: ['us', 'Sending'],
  waiting: ['person', 'Waiting'],
  undelivered: ['problem', 'Not delivered'],
  joining: ['us', 'Joining'],
  full: ['person', 'No free seat'],
  failed: ['problem', 'Did not join'],
  stuck: ['problem', 'Did not join'],
}

function State({ invitation: { state, expiresAt }, nowMs }: Pick<RowProps, 'invitation' | 'nowMs'>) {
  const [role, word] = chips[state]
  if (state !== 'waiting' || expiresAt === null) return <Chip role={role}>{word}</Chip>
  return (
    <span title={`Until ${dayOf(expiresAt)}`}>
      <Chip role={role}>{expiry(expiresAt, nowMs)}</Chip>
    </span>
  )
}

const HOUR_MS = 3_600_000

/** "Expires in 6 days": whole days, then hours. */
export function expiry(iso: string, nowMs: number): string {
  const hours = Math.max(1, Math.floor((Date.parse(iso) - nowMs) / HOUR_MS))
  const [count, unit] = hours < 48 ? [hours, 'hour'] : [Math.round(hours / 24), 'day']
  return `Expires in ${count} ${unit}${count === 1 ? '' : 's'}`
}

const words: Record<InvitationAction, string> = { resend: 'Send again', retry: 'Let them in', revoke: 'Take back' }
const pictures = { resend: RotateCw, retry: RotateCw, revoke: Undo2 }

/** The likely one in words, at a desk; all of them behind the dots. */
function Actions({ invitation: { id, email, can }, busy, onAct }: Omit<RowProps, 'nowMs'>) {
  const first = can.find((action) => action !== 'revoke')
  if (can.length === 0) return null
  const items = can.map((action): MenuItem => {
    const Picture = pictures[action]
    return {
      label: words[action],
      icon: <Picture size={15} aria-hidden />,
      danger: action === 'revoke',
      onSelect: () => onAct(id, action),
    }
  })
  return (
    <>
      {first && (
        <span className="max-tablet:hidden">
          <Button
            kind="quiet"
            small
            off={busy}
            aria-label={`${words[first]}: ${email}`}
            onClick={() => onAct(id, first)}
          >
            {words[first]}
          </Button>
        </span>
      )}
      <ActionsMenu of={email} items={items} />
    </>
  )
}
