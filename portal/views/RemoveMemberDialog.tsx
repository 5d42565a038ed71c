import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { ProblemPanel } from '../../ui/ProblemPanel.tsx'
import { type PortalProblem, wordsFor } from './problems.ts'

export interface RemoveMemberDialogProps {
  member: { name: string; isYou: boolean }
  workspace: string
  busy: boolean
  problem: PortalProblem | null
  onConfirm(): void
  onClose(): void
}

/** Says what ends before it ends. The way out stands first, so it has the focus. */
export function RemoveMemberDialog({ member, workspace, busy, problem, onConfirm, onClose }: RemoveMemberDialogProps) {
  const { name, isYou } = member
  return (
    <Dialog
      title={isYou ? `Leave ${workspace}?` : `Remove ${name}?`}
      lead={
        isYou
          ? 'You are signed out everywhere at once, and come back only by a new invitation.'
          : 'They are signed out everywhere at once, and told by mail. Their seat and their licences are free for somebody else.'
      }
      onClose={onClose}
    >
      {problem && <ProblemPanel problem={wordsFor(problem)} />}
      <p className="text-ui text-ink-2">
        {isYou
          ? 'What you made stays with the team, but for your API keys: they end with your membership. Your account stays yours.'
          : 'What they made stays, but for their API keys: programs that use one are refused at once. If they know others, revoke those under Settings.'}
      </p>
      <DialogActions>
        <Button kind="outline" onClick={onClose}>
          {isYou ? 'Stay' : `Keep ${name}`}
        </Button>
        <Button kind="danger" busy={busy} onClick={onConfirm}>
          {isYou ? 'Leave the team' : 'Remove from the team'}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
