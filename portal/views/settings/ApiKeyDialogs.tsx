import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { submitted } from '../../../ui/form.ts'
import { ProblemPanel } from '../../../ui/ProblemPanel.tsx'
import { useFirstInvalid } from '../../../ui/useFirstInvalid.ts'
import { lineFor, type PortalProblem, wordsFor } from '../problems.ts'

interface DialogState {
  busy: boolean
  problem: PortalProblem | null
  onClose(): void
}

/** Problems of the name itself stand under its field. */
const ofName: readonly PortalProblem[] = ['apiKey.name.missing', 'name.tooLong', 'name.unreadable']

/** Asks what a key is for, before it is made. */
export function CreateKeyDialog({ busy, problem, onCreate, onClose }: DialogState & { onCreate(name: string): void }) {
  const atField = problem !== null && ofName.includes(problem)
  const form = useFirstInvalid(atField ? problem : '')
  return (
    <Dialog title="New API key" lead="You see it once, right after it is made." onClose={onClose}>
      <form
        ref={form}
        noValidate
        className="tn-form"
        onSubmit={(event) => {
          const { name } = submitted(event, 'name')
          if (!busy) onCreate(name)
        }}
      >
        {problem && !atField && <ProblemPanel problem={wordsFor(problem)} />}
        <Field label="Name" help="Where it is used: “Build server”." error={atField ? lineFor(problem) : null}>
          {(control) => <input {...control} name="name" autoComplete="off" maxLength={80} required />}
        </Field>
        <DialogActions>
          <Button kind="outline" onClick={onClose}>
            Not now
          </Button>
          <Button type="submit" busy={busy}>
            Create key
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

export interface RevokeKeyDialogProps extends DialogState {
  apiKey: { name: string; prefix: string }
  onConfirm(): void
}

/** Asks before a key ends, because programs stop. The way out stands first, so it has the focus. */
export function RevokeKeyDialog({ apiKey: { name, prefix }, busy, problem, onConfirm, onClose }: RevokeKeyDialogProps) {
  return (
    <Dialog
      title={`Revoke ${name}?`}
      lead={`Programs that use ${prefix}… are refused from the moment you do. It cannot be taken back.`}
      onClose={onClose}
    >
      {problem && <ProblemPanel problem={wordsFor(problem)} />}
      <DialogActions>
        <Button kind="outline" onClick={onClose}>
          Keep the key
        </Button>
        <Button kind="danger" busy={busy} onClick={onConfirm}>
          Revoke key
        </Button>
      </DialogActions>
    </Dialog>
  )
}
