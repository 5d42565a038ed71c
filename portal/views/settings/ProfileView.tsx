import { useState } from 'react'
import { type Occupation, occupations } from '../../../machines/vocabulary/people.ts'
import { Card } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { submitted } from '../../../ui/form.ts'
import { ProblemPanel } from '../../../ui/ProblemPanel.tsx'
import { useFirstInvalid } from '../../../ui/useFirstInvalid.ts'
import { lineFor, type PortalProblem, wordsFor } from '../problems.ts'
import { PasswordCard, type PasswordCardProps } from './PasswordCard.tsx'
import { SaveRow } from './SaveRow.tsx'
import { NotReady, type SectionState } from './SectionState.tsx'
import type { Profile, Saving } from './settings-types.ts'

export interface ProfileProps {
  profile: Profile
  saving: Saving
  password: PasswordCardProps
  onSave(values: { name: string; occupation: Occupation }): void
}
export type ProfileViewProps = SectionState | ({ state: 'ready' } & ProfileProps)

/** Who one is here, and how one proves it. */
export function ProfileView(props: ProfileViewProps) {
  if (props.state !== 'ready') return <NotReady {...props} title="Profile" />
  return (
    <>
      <ProfileCard {...props} />
      <PasswordCard {...props.password} />
    </>
  )
}

/** Problems of the name itself stand under its field. */
const ofName: readonly PortalProblem[] = ['profile.name.missing', 'name.tooLong', 'name.unreadable']

function ProfileCard({ profile, saving: { busy, problem, saved }, onSave }: ProfileProps) {
  const atName = problem !== null && ofName.includes(problem)
  const form = useFirstInvalid(atName ? problem : '')
  const [isEdited, setEdited] = useState(false)
  return (
    <Card title="Profile">
      <form
        ref={form}
        noValidate
        className="tn-form max-w-105"
        onChange={() => setEdited(true)}
        onSubmit={(event) => {
          setEdited(false)
          const { name, occupation } = submitted(event, 'name', 'occupation')
          if (!busy) onSave({ name, occupation: occupation as Occupation })
        }}
      >
        {problem && !atName && <ProblemPanel problem={wordsFor(problem)} />}
        <Field label="Name" help="Your team sees it in every workspace." error={atName ? lineFor(problem) : null}>
          {(control) => (
            <input {...control} name="name" autoComplete="name" maxLength={80} required defaultValue={profile.name} />
          )}
        </Field>
        <Field
          label="Email"
          help="It proves who you are, so it cannot be typed over here. To move to another address, ask for an invitation to it."
        >
          {(control) => (
            <input {...control} className="tn-input bg-sunken text-ink-2" type="email" readOnly value={profile.email} />
          )}
        </Field>
        <Field label="What you do" help="What you said when you came. It gives no rights.">
          {(control) => (
            <select {...control} name="occupation" defaultValue={profile.occupation}>
              {occupations.map((one) => (
                <option key={one} value={one}>
                  {occupationNames[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <SaveRow busy={busy} saved={saved && !isEdited ? 'Saved.' : null}>
          Save profile
        </SaveRow>
      </form>
    </Card>
  )
}

const occupationNames: Record<Occupation, string> = {
  developer: 'Developer',
  administrator: 'Administrator',
  product: 'Product',
  designer: 'Designer',
  other: 'Something else',
}
