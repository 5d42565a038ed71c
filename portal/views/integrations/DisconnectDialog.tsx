import type { IntegrationKind } from '../../../machines/integration/integration.types.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { ProblemPanel } from '../../../ui/ProblemPanel.tsx'
import { type PortalProblem, wordsFor } from '../problems.ts'
import { companies } from './companies.ts'

export interface DisconnectDialogProps {
  kind: IntegrationKind
  busy: boolean
  problem: PortalProblem | null
  onConfirm(): void
  onClose(): void
}

/** Those that take a key back when we ask. */
const revoking: readonly IntegrationKind[] = ['github', 'npm']

/** Says what ends before it ends. The way out stands first, so it has the focus. */
export function DisconnectDialog({ kind, busy, problem, onConfirm, onClose }: DisconnectDialogProps) {
  const { name, deleteAt } = companies[kind]
  return (
    <Dialog
      title={`Disconnect ${name}?`}
      lead="Whatever works with it in this workspace stops at once. You can connect it again at any time."
      onClose={onClose}
    >
      {problem && <ProblemPanel problem={wordsFor(problem)} />}
      <p className="text-ui text-ink-2">
        {revoking.includes(kind)
          ? `The key is taken back at ${name} and deleted here.`
          : `The key is deleted here. ${name} has no way for us to take it back: you delete it in ${deleteAt}.`}
      </p>
      <DialogActions>
        <Button kind="outline" onClick={onClose}>
          Keep it connected
        </Button>
        <Button kind="danger" busy={busy} onClick={onConfirm}>
          Disconnect {name}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
