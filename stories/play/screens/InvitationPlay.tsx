import { eventOf, invitationsOf, type TeamList } from '../../../portal/screens/team.ts'
import { InvitationsCard } from '../../../portal/views/InvitationsCard.tsx'
import { toPortalProblem, wordsFor } from '../../../portal/views/problems.ts'
import { ProblemPanel } from '../../../ui/ProblemPanel.tsx'
import type { ScreenPlay } from './screen-play.ts'
import { wireOf } from './wire.ts'

/** The team's page has a row for an invitation as long as it is open. */
export function InvitationPlay(play: ScreenPlay) {
  const { view, send, now } = play
  const { startsAt } = view.chart
  const isOpen = view.snapshot.status === 'active'
  const list = { invitations: isOpen ? [{ createdAt: startsAt, view: wireOf(play) }] : [] } as unknown as TeamList
  return (
    <div className="grid gap-4">
      {view.problem && <ProblemPanel problem={wordsFor(toPortalProblem(view.problem))} />}
      <InvitationsCard
        invitations={invitationsOf(list)}
        nowMs={now}
        busy={view.busy}
        onAct={(_, action) => send({ type: eventOf(action) })}
      />
    </div>
  )
}
