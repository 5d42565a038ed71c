import type { IntegrationKind, IntegrationProblem } from '../../../machines/integration/integration.types.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { submitted } from '../../../ui/form.ts'
import { ProblemPanel } from '../../../ui/ProblemPanel.tsx'
import { useFirstInvalid } from '../../../ui/useFirstInvalid.ts'
import { lineFor, type PortalProblem, wordsFor } from '../problems.ts'
import { companies } from './companies.ts'
import { problemText } from './problems.ts'

export interface ConnectDialogProps {
  kind: IntegrationKind
  busy: boolean
  /** What we, or the form itself, say no with. */
  problem: PortalProblem | null
  /** What the company says. */
  refusal: IntegrationProblem | null
  onSubmit(values: { credential: string; namespace: string }): void
  onClose(): void
}

const atKey: readonly PortalProblem[] = ['credential.malformed']
const atNamespace: readonly PortalProblem[] = ['namespace.malformed']

/** Asks for a key. What is typed leaves the page once, and is never shown again. */
export function ConnectDialog({ kind, busy, problem, refusal, onSubmit, onClose }: ConnectDialogProps) {
  const { name, key } = companies[kind]
  const at = (codes: readonly PortalProblem[]) =>
    problem !== null && codes.includes(problem) ? lineFor(problem) : null
  const form = useFirstInvalid(at([...atKey, ...atNamespace]) ?? '')
  return (
    <Dialog
      title={`Connect ${name}`}
      lead="The key is tried at once. It is kept sealed, and nobody here sees it again."
      onClose={onClose}
    >
      <form
        ref={form}
        noValidate
        className="tn-form"
        onSubmit={(event) => {
          const values = submitted(event, 'credential', 'namespace')
          if (!busy) onSubmit(values)
        }}
      >
        {refusal && !busy && <ProblemPanel problem={problemText(kind, refusal)} />}
        {problem && !at([...atKey, ...atNamespace]) && <ProblemPanel problem={wordsFor(problem)} />}
        <Field label={key?.label ?? 'Key'} help={key?.help} error={at(atKey)}>
          {(control) => (
            <input
              {...control}
              name="credential"
              type="password"
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              maxLength={2000}
              required
            />
          )}
        </Field>
        {kind === 'openvsx' && (
          <Field label="Namespace" help="What stands before the dot of your extensions’ ids." error={at(atNamespace)}>
            {(control) => (
              <input {...control} name="namespace" autoComplete="off" spellCheck={false} maxLength={100} required />
            )}
          </Field>
        )}
        <DialogActions>
          <Button kind="outline" onClick={onClose}>
            Not now
          </Button>
          <Button type="submit" busy={busy}>
            {busy ? 'Checking' : `Connect ${name}`}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
