import { UserPlus } from 'lucide-react'
import type { MemberRole } from '../../machines/vocabulary/people.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ProblemPanel } from '../../ui/ProblemPanel.tsx'
import type { ActionState } from './home-types.ts'
import { type InvitationAction, InvitationsCard } from './InvitationsCard.tsx'
import { LicencesCard } from './LicencesCard.tsx'
import { MembersCard } from './MembersCard.tsx'
import { PageHead } from './PageHead.tsx'
import { ProblemView } from './ProblemView.tsx'
import { type PortalProblem, wordsFor } from './problems.ts'
import { SeatsCard } from './SeatsCard.tsx'
import { StaleNotice } from './StaleNotice.tsx'
import type { LicenceOffer, LicencePool, Seats, TeamInvitation, TeamMember } from './team-types.ts'
import { useNow } from './useNow.ts'
import { WaitingView } from './WaitingView.tsx'

export interface TeamProps {
  workspace: string
  seats: Seats
  licences: readonly LicencePool[]
  members: readonly TeamMember[]
  invitations: readonly TeamInvitation[]
  /** Whether this reader invites, changes roles, gives licences and removes. */
  manages: boolean
  /** Why what is shown is from before; null while it is fresh. */
  stale?: PortalProblem | null
  /** Changing a role, a licence or an invitation. */
  action: ActionState
  /** Default: the clock. */
  nowMs?: number
  onInvite(): void
  onRole(userId: string, role: MemberRole): void
  onLicence(userId: string, offer: LicenceOffer): void
  onRemove(userId: string): void
  onAct(id: string, action: InvitationAction): void
}

export type TeamViewProps =
  | { state: 'waiting' }
  | { state: 'problem'; problem: PortalProblem; busy: boolean; onRetry(): void }
  | ({ state: 'ready' } & TeamProps)

/** Who works here, as what, and who is asked to come. */
export function TeamView(props: TeamViewProps) {
  if (props.state === 'waiting') return <WaitingView label="your team" />
  if (props.state === 'problem')
    return <ProblemView problem={props.problem} busy={props.busy} onRetry={props.onRetry} />
  return <Team {...props} />
}

function Team(props: TeamProps) {
  const nowMs = useNow(props.nowMs)
  const { workspace, licences, members, invitations, manages, action, stale } = props
  const isAlone = members.length === 1 && invitations.length === 0
  return (
    <>
      <PageHead
        title="Team"
        facts={`Who works in ${workspace} and what they may do.`}
        action={manages && !isAlone && <Invite onInvite={props.onInvite} />}
      />
      {stale && <StaleNotice problem={stale} />}
      {action.problem && <ProblemPanel problem={wordsFor(action.problem)} />}
      <SeatsCard seats={props.seats} />
      {licences.length > 0 && <LicencesCard pools={licences} manages={manages} />}
      {manages && isAlone && (
        <EmptyState title="Invite your first colleague" actions={<Invite onInvite={props.onInvite} />}>
          They get a mail with a link, choose a password, and work here with the role you give them.
        </EmptyState>
      )}
      {invitations.length > 0 && (
        <InvitationsCard invitations={invitations} nowMs={nowMs} busy={action.busy} onAct={props.onAct} />
      )}
      <MembersCard
        members={members}
        nowMs={nowMs}
        busy={action.busy}
        onRole={props.onRole}
        onLicence={props.onLicence}
        onRemove={props.onRemove}
      />
      {!manages && (
        <p className="text-ui text-ink-2">
          Owners and admins invite people, change roles, give licences and remove members. Ask one of them.
        </p>
      )}
    </>
  )
}

function Invite({ onInvite }: Pick<TeamProps, 'onInvite'>) {
  return (
    <Button onClick={onInvite}>
      <UserPlus size={15} strokeWidth={1.75} aria-hidden />
      Invite
    </Button>
  )
}
