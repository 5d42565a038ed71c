import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { submitted } from '../../ui/form.ts'
import { ProblemPanel } from '../../ui/ProblemPanel.tsx'
import { useFirstInvalid } from '../../ui/useFirstInvalid.ts'
import { lineFor, type PortalProblem, wordsFor } from './problems.ts'

export interface ProjectDialogProps {
  /** The project to rename; null to create one. */
  project: { name: string } | null
  busy: boolean
  problem: PortalProblem | null
  onSubmit(values: { name: string }): void
  onClose(): void
}

/** Problems of the name itself stand under its field. */
const ofName: readonly PortalProblem[] = [
  'project.name.missing',
  'project.name.taken',
  'name.tooLong',
  'name.unreadable',
]

/** Asks for a project's name, to create it or to rename it. */
export function ProjectDialog({ project, busy, problem, onSubmit, onClose }: ProjectDialogProps) {
  const atField = problem !== null && ofName.includes(problem)
  const form = useFirstInvalid(atField ? problem : '')
  return (
    <Dialog
      title={project ? `Rename ${project.name}` : 'New project'}
      lead={project ? 'Addresses and keys stay as they are.' : 'A project holds the data of one site or app.'}
      onClose={onClose}
    >
      <form
        ref={form}
        noValidate
        className="tn-form"
        onSubmit={(event) => {
          const values = submitted(event, 'name')
          if (!busy) onSubmit(values)
        }}
      >
        {problem && !atField && <ProblemPanel problem={wordsFor(problem)} />}
        <Field label="Name" error={atField ? lineFor(problem) : null}>
          {(control) => (
            <input {...control} name="name" autoComplete="off" maxLength={80} required defaultValue={project?.name} />
          )}
        </Field>
        <DialogActions>
          <Button kind="outline" onClick={onClose}>
            {project ? 'Keep the name' : 'Not now'}
          </Button>
          <Button type="submit" busy={busy}>
            {project ? 'Save name' : 'Create project'}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
