import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { ProblemPanel } from '../../ui/ProblemPanel.tsx'
import { type PortalProblem, wordsFor } from './problems.ts'

export interface DeleteProjectDialogProps {
  project: { name: string }
  busy: boolean
  problem: PortalProblem | null
  onConfirm(): void
  onClose(): void
}

/** Says what goes before it goes. The way out stands first, so it has the focus. */
export function DeleteProjectDialog({ project, busy, problem, onConfirm, onClose }: DeleteProjectDialogProps) {
  return (
    <Dialog
      title={`Delete ${project.name}?`}
      lead="The project, its data and its settings go at once, for everyone in the workspace. This cannot be taken back."
      onClose={onClose}
    >
      {problem && <ProblemPanel problem={wordsFor(problem)} />}
      <p className="text-ui text-ink-2">
        Requests counted this month stay counted. The key of the workspace stays valid.
      </p>
      <DialogActions>
        <Button kind="outline" onClick={onClose}>
          Keep {project.name}
        </Button>
        <Button kind="danger" busy={busy} onClick={onConfirm}>
          Delete project
        </Button>
      </DialogActions>
    </Dialog>
  )
}
