/** The team: who works here, who is asked to come, and the dialogs that change it. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, queries } from '../data/api.ts'
import { problemOf } from '../data/problem.ts'
import { InviteDialog } from '../views/InviteDialog.tsx'
import { RemoveMemberDialog } from '../views/RemoveMemberDialog.tsx'
import type { LicenceOffer } from '../views/team-types.ts'
import { TeamView } from '../views/TeamView.tsx'
import { eventOf, invitationsOf, isMoving, managesOf, membersOf, rolesFor } from './team.ts'
import { useInvite } from './useInvite.ts'

const MOVING_MS = 1000

export interface TeamScreenProps {
  readonly tenant: { readonly id: string; readonly name: string }
  /** The reader is no member any more. */
  onLeft(): void
}

export function TeamScreen({ tenant: { id: tenant, name: workspace }, onLeft }: TeamScreenProps) {
  const team = useQuery(
    api.team.list.queryOptions(
      { tenant },
      { refetchInterval: ({ state }) => (state.data && isMoving(state.data) ? MOVING_MS : false) },
    ),
  )
  const refresh = () => void queries.invalidateQueries({ queryKey: api.team.list.queryKey({ tenant }) })
  const [inviting, setInviting] = useState(false)
  const [leaving, setLeaving] = useState<string | null>(null)
  const invite = useInvite(tenant, (allOut) => {
    refresh()
    if (allOut) setInviting(false)
  })
  const settled = { onSettled: refresh }
  const role = useMutation(api.team.changeRole.mutationOptions(settled))
  const licence = useLicence(tenant, refresh)
  const act = useMutation(api.flow.send.mutationOptions(settled))
  const gone = useDeparture(() => {
    refresh()
    setLeaving(null)
  }, onLeft)

  const { data } = team
  const problem = team.error && problemOf(team.error)
  if (!data && problem)
    return <TeamView state="problem" problem={problem} busy={team.isFetching} onRetry={() => void team.refetch()} />
  if (!data) return <TeamView state="waiting" />

  const members = membersOf(data)
  const whom = members.find(({ userId }) => userId === leaving)
  const error = role.error ?? licence.error ?? act.error
  const { used, held, all } = data.seats
  return (
    <>
      <TeamView
        state="ready"
        stale={problem}
        workspace={workspace}
        seats={data.seats}
        licences={data.licences.pools}
        members={members}
        invitations={invitationsOf(data)}
        manages={managesOf(data)}
        action={{ busy: role.isPending || licence.isPending || act.isPending, problem: error && problemOf(error) }}
        onInvite={() => setInviting(true)}
        onRole={(userId, to) => role.mutate({ tenant, userId, role: to })}
        onLicence={licence.change}
        onRemove={setLeaving}
        onAct={(id, action) => act.mutate({ id, event: { type: eventOf(action) }, eventId: crypto.randomUUID() })}
      />
      {inviting && (
        <InviteDialog
          roles={rolesFor(data.me.role)}
          free={Math.max(0, all - used - held)}
          busy={invite.busy}
          problem={invite.problem}
          results={invite.results}
          onSubmit={(values) => void invite.submit(values)}
          onClose={() => {
            setInviting(false)
            invite.reset()
          }}
        />
      )}
      {whom && (
        <RemoveMemberDialog
          member={whom}
          workspace={workspace}
          {...gone.state}
          onConfirm={() => gone.go(tenant, whom)}
          onClose={() => {
            setLeaving(null)
            gone.reset()
          }}
        />
      )}
    </>
  )
}

/** Giving a licence, or taking one back. Of two in a row, the problem is the last one's. */
function useLicence(tenant: string, onSettled: () => void) {
  const give = useMutation(api.team.assignLicence.mutationOptions({ onSettled }))
  const take = useMutation(api.team.withdrawLicence.mutationOptions({ onSettled }))
  return {
    isPending: give.isPending || take.isPending,
    error: give.error ?? take.error,
    change(userId: string, { key, to }: LicenceOffer) {
      const [now, other] = to === 'give' ? [give, take] : [take, give]
      other.reset()
      now.mutate({ tenant, userId, licence: key })
    },
  }
}

/** Removing somebody, or leaving. */
function useDeparture(onGone: () => void, onLeft: () => void) {
  const remove = useMutation(api.team.remove.mutationOptions({ onSuccess: onGone }))
  const leave = useMutation(api.team.leave.mutationOptions({ onSuccess: onLeft }))
  const error = remove.error ?? leave.error
  return {
    state: { busy: remove.isPending || leave.isPending, problem: error && problemOf(error) },
    go: (tenant: string, { userId, isYou }: { userId: string; isYou: boolean }) =>
      isYou ? leave.mutate({ tenant }) : remove.mutate({ tenant, userId }),
    reset() {
      remove.reset()
      leave.reset()
    },
  }
}
