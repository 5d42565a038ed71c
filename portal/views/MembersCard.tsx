import { BadgeCheck, BadgeMinus, LogOut, UserMinus } from 'lucide-react'
import type { MemberRole } from '../../machines/vocabulary/people.ts'
import { ActionsMenu } from '../../ui/ActionsMenu.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip } from '../../ui/Chip.tsx'
import type { MenuItem } from '../../ui/Menu.tsx'
import { countOf, momentOf } from './amounts.ts'
import { licenceChip, offerInWords } from './licence-words.ts'
import { roleName } from './roles.ts'
import type { LicenceOffer, MemberLicence, TeamMember } from './team-types.ts'
import { TableHead } from './TableHead.tsx'

export interface MembersCardProps {
  members: readonly TeamMember[]
  nowMs: number
  /** A role or a licence is being saved. */
  busy: boolean
  onRole(userId: string, role: MemberRole): void
  onLicence(userId: string, offer: LicenceOffer): void
  /** Of the reader themselves: they want to leave. */
  onRemove(userId: string): void
}

const cell = 'px-3 py-2.5'

const columns = [{ label: 'Name' }, { label: 'Role' }, { label: 'Joined', deskOnly: true }]

/** Who works here and as what; what can be done with somebody stands behind their dots. */
export function MembersCard({ members, nowMs, busy, onRole, onLicence, onRemove }: MembersCardProps) {
  return (
    <Card title="People" count={countOf(members.length)} flush>
      <table className="w-full text-ui" aria-busy={busy || undefined}>
        <TableHead columns={columns} />
        <tbody>
          {members.map((member) => (
            <tr key={member.userId} className="border-t border-line">
              <th scope="row" className="px-4 py-2.5 text-start font-normal tablet:px-5">
                <Person member={member} />
              </th>
              <td className={`${cell} w-36 max-tablet:w-32`}>
                <Role member={member} busy={busy} onRole={onRole} />
              </td>
              <td className={`${cell} text-ink-2 first-letter:uppercase max-tablet:hidden`}>
                {momentOf(member.joinedAt, nowMs)}
              </td>
              <td className="w-12 pe-2 text-end tablet:pe-4">
                <MemberMenu member={member} busy={busy} onLicence={onLicence} onRemove={onRemove} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

function Person({ member: { name, email, isYou, licences } }: { member: TeamMember }) {
  return (
    <span className="flex items-center gap-3">
      <span className="max-tablet:hidden">
        <Avatar name={name} />
      </span>
      <span className="grid min-w-0">
        <span className="font-medium wrap-anywhere">
          {name}
          {isYou && <span className="font-normal text-ink-3"> (you)</span>}
        </span>
        <span className="text-small text-ink-2 wrap-anywhere">{email}</span>
        {licences.length > 0 && (
          <span className="mt-1 flex flex-wrap gap-1.5">
            {licences.map((licence) => (
              <Licence key={licence.key} licence={licence} />
            ))}
          </span>
        )}
      </span>
    </span>
  )
}

function Licence({ licence }: { licence: MemberLicence }) {
  const { role, text, note } = licenceChip(licence)
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2 text-small text-ink-2 *:max-w-full *:whitespace-normal">
      <Chip role={role}>{text}</Chip>
      {note && <span>{note}</span>}
    </span>
  )
}

function Role({ member, busy, onRole }: { member: TeamMember } & Pick<MembersCardProps, 'busy' | 'onRole'>) {
  const { userId, name, role, roles } = member
  if (roles.length === 0) return <span>{roleName(role)}</span>
  return (
    <select
      className="tn-input"
      aria-label={`Role of ${name}`}
      value={role}
      aria-disabled={busy || undefined}
      onChange={({ target }) => !busy && onRole(userId, target.value as MemberRole)}
    >
      {roles.map((one) => (
        <option key={one} value={one}>
          {roleName(one)}
        </option>
      ))}
    </select>
  )
}

type MemberMenuProps = { member: TeamMember } & Pick<MembersCardProps, 'busy' | 'onLicence' | 'onRemove'>

/** What the server would refuse is not offered; where nothing is left, there are no dots. */
function MemberMenu({ member, busy, onLicence, onRemove }: MemberMenuProps) {
  const { userId, name, isYou, removable, licenceOffers } = member
  const items: MenuItem[] = licenceOffers.map((offer) => {
    const Picture = offer.to === 'give' ? BadgeCheck : BadgeMinus
    return {
      label: offerInWords(offer),
      icon: <Picture size={15} aria-hidden />,
      onSelect: () => !busy && onLicence(userId, offer),
    }
  })
  const Picture = isYou ? LogOut : UserMinus
  if (isYou || removable)
    items.push({
      label: isYou ? 'Leave the team' : 'Remove from the team',
      icon: <Picture size={15} aria-hidden />,
      danger: true,
      onSelect: () => onRemove(userId),
    })
  return items.length > 0 && <ActionsMenu of={name} items={items} />
}
