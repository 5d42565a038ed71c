import { useState } from 'react'
import { Card } from '../../../ui/Card.tsx'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { Field } from '../../../ui/Field.tsx'
import { submitted } from '../../../ui/form.ts'
import { ProblemPanel } from '../../../ui/ProblemPanel.tsx'
import { useFirstInvalid } from '../../../ui/useFirstInvalid.ts'
import { lineFor, type PortalProblem, wordsFor } from '../problems.ts'
import { SaveRow } from './SaveRow.tsx'
import { NotReady, type SectionState } from './SectionState.tsx'
import type { Saving } from './settings-types.ts'

export interface WorkspaceProps {
  name: string
  slug: string
  /** Changes with the name, whoever changed it. */
  version: number
  saving: Saving
  /** Whether this reader may close it. */
  mayClose: boolean
  /** `version`: the one the typed name is to take the place of. */
  onSave(name: string, version: number): void
}
export type WorkspaceViewProps = SectionState | ({ state: 'ready' } & WorkspaceProps)

/** What the workspace is called, and the way out of it. */
export function WorkspaceView(props: WorkspaceViewProps) {
  if (props.state !== 'ready') return <NotReady {...props} title="Workspace" />
  return (
    <>
      <NameCard {...props} />
      {props.mayClose && (
        <Card title="Export or close">
          <p className="mb-4 max-w-[64ch] text-ui text-ink-2">
            Take everything out as a file, or close the workspace for good. What goes, and when, is said before anything
            happens.
          </p>
          <ButtonLink kind="outline" href="/portal/leave">
            Export or close
          </ButtonLink>
        </Card>
      )}
    </>
  )
}

/** Problems of the name itself stand under its field. */
const ofName: readonly PortalProblem[] = ['workspace.name.missing', 'name.tooLong', 'name.unreadable']

function NameCard({ slug, saving: { busy, problem, saved }, onSave, ...newest }: WorkspaceProps) {
  const [isEdited, setEdited] = useState(false)
  const base = useBase(newest, isEdited || busy || (problem !== null && problem !== 'conflict'))
  const atName = problem !== null && ofName.includes(problem)
  const form = useFirstInvalid(atName ? problem : '')
  return (
    <Card title="Workspace">
      <form
        key={base.version}
        ref={form}
        noValidate
        className="tn-form max-w-105"
        onChange={() => setEdited(true)}
        onSubmit={(event) => {
          setEdited(false)
          const values = submitted(event, 'name')
          if (!busy) onSave(values.name, base.version)
        }}
      >
        {problem && !atName && <ProblemPanel problem={wordsFor(problem)} />}
        <Field
          label="Name"
          help="It stands above every page, in mails and on what you export."
          error={atName ? lineFor(problem) : null}
        >
          {(control) => (
            <input
              {...control}
              name="name"
              autoComplete="organization"
              maxLength={80}
              required
              defaultValue={base.name}
            />
          )}
        </Field>
        <Field
          label="Address"
          help="Made from the first name and yours alone. It stays, because programs and links may hold it."
        >
          {(control) => (
            <input {...control} className="tn-input bg-sunken font-mono text-ink-2" readOnly value={slug} dir="ltr" />
          )}
        </Field>
        <SaveRow busy={busy} saved={saved && !isEdited ? 'Saved.' : null}>
          Save name
        </SaveRow>
      </form>
    </Card>
  )
}

interface Named {
  readonly name: string
  readonly version: number
}

/**
 * What the form began with. Somebody else's change comes into the field by itself unless something typed here is held;
 * then it waits until a save has been told of it, so that no word is lost without a word from us.
 */
function useBase({ name, version }: Named, isHeld: boolean): Named {
  const [base, setBase] = useState<Named>({ name, version })
  if (base.version !== version && !isHeld) setBase({ name, version })
  return base
}
