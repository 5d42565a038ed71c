import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { type ControlProps, Field } from '../../ui/Field.tsx'
import { submitted } from '../../ui/form.ts'
import { eye, eyeOff, Icon } from '../../ui/Icon.tsx'
import { ProblemPanel } from '../../ui/ProblemPanel.tsx'
import { useFirstInvalid } from '../../ui/useFirstInvalid.ts'
import type { Occupation } from '../../machines/vocabulary/people.ts'
import type { ProblemCode } from '../copy/copy.ts'
import { copy } from '../copy/later.ts'
import { type OnTrack, place } from './track.ts'
import { WidgetShell } from './WidgetShell.tsx'

const profileRoles = ['developer', 'administrator', 'product', 'designer', 'other'] as const satisfies Occupation[]
export type ProfileField = 'name' | 'company' | 'role' | 'password'

export interface ProfileStepProps extends OnTrack {
  values: { name: string; company: string; role: string }
  /** A password was chosen before, so leaving the field empty keeps it. */
  passwordKept?: boolean
  /** A problem of no field in particular. */
  problem: ProblemCode | null
  /** One problem per field at most. What was typed stays. */
  problems: Partial<Record<ProfileField, ProblemCode>>
  busy: boolean
  onSubmit(values: { name: string; company: string; role: Occupation; password: string }): void
  onBack?(): void
}

/** Asks who the person is and how they will sign in. */
export function ProfileStep(props: ProfileStepProps) {
  const { values, passwordKept, problem, problems, busy, onSubmit } = props
  const form = useFirstInvalid(Object.values(problems).join())
  const errorAt = (field: ProfileField) => wordsFor(problems[field])
  return (
    <WidgetShell
      {...place('profile', props.track)}
      tone={problem || Object.keys(problems).length > 0 ? 'problem' : 'person'}
      title={copy.text('profile.title')}
      lead={copy.text('profile.lead')}
      onBack={props.onBack}
    >
      <form
        className="tn-form"
        noValidate
        ref={form}
        onSubmit={(event) => {
          const typed = submitted(event, 'name', 'company', 'role', 'password')
          if (!busy) onSubmit({ ...typed, role: roleOf(typed.role) })
        }}
      >
        {problem && <ProblemPanel problem={copy.problem(problem)} />}
        <Field label={copy.text('profile.name')} error={errorAt('name')}>
          {(control) => <input {...control} name="name" autoComplete="name" required defaultValue={values.name} />}
        </Field>
        <Field label={copy.text('profile.company')} error={errorAt('company')}>
          {(control) => (
            <input {...control} name="company" autoComplete="organization" required defaultValue={values.company} />
          )}
        </Field>
        <Field label={copy.text('profile.role')} error={errorAt('role')}>
          {(control) => <RoleSelect control={control} value={roleOf(values.role)} />}
        </Field>
        <Field
          label={copy.text('profile.password')}
          help={copy.text(passwordKept ? 'profile.passwordKept' : 'profile.passwordHelp')}
          error={errorAt('password')}
        >
          {(control) => <PasswordInput control={control} required={!passwordKept} />}
        </Field>
        <Button type="submit" busy={busy}>
          {copy.text('profile.submit')}
        </Button>
      </form>
    </WidgetShell>
  )
}

function RoleSelect({ control, value }: { control: ControlProps; value: Occupation }) {
  return (
    <select {...control} name="role" defaultValue={value}>
      {profileRoles.map((role) => (
        <option key={role} value={role}>
          {copy.text(`role.${role}`)}
        </option>
      ))}
    </select>
  )
}

function PasswordInput({ control, required }: { control: ControlProps; required: boolean }) {
  const [shown, setShown] = useState(false)
  return (
    <div className="tn-with-suffix">
      <input
        {...control}
        name="password"
        type={shown ? 'text' : 'password'}
        autoComplete="new-password"
        autoCapitalize="off"
        spellCheck={false}
        minLength={10}
        required={required}
      />
      <button
        type="button"
        className="tn-suffix"
        aria-label={copy.text(shown ? 'profile.passwordHide' : 'profile.passwordShow')}
        onClick={() => setShown(!shown)}
      >
        <Icon path={shown ? eyeOff : eye} />
      </button>
    </div>
  )
}

function wordsFor(code: ProblemCode | undefined): string | null {
  if (!code) return null
  const { what, todo } = copy.problem(code)
  return `${what} ${todo}`
}

function roleOf(text: string): Occupation {
  return profileRoles.find((role) => role === text) ?? 'developer'
}
