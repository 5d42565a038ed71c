import { useState } from 'react'
import type { MemberRole } from '../../machines/vocabulary/people.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { submitted } from '../../ui/form.ts'
import { Glyph } from '../../ui/Glyph.tsx'
import { ProblemPanel } from '../../ui/ProblemPanel.tsx'
import { useFirstInvalid } from '../../ui/useFirstInvalid.ts'
import { addressesIn } from './addresses.ts'
import { countOf } from './amounts.ts'
import { lineFor, type PortalProblem, wordsFor } from './problems.ts'
import { roleMay, roleName } from './roles.ts'
import type { Invited } from './team-types.ts'

export interface InviteDialogProps {
  /** The roles this reader may give, the humblest last. */
  roles: readonly MemberRole[]
  /** Seats nobody has and no invitation holds. */
  free: number
  busy: boolean
  problem: PortalProblem | null
  /** What became of the addresses that were sent last, where not every one went out. */
  results: readonly Invited[]
  onSubmit(values: { addresses: string; role: MemberRole }): void
  onClose(): void
}

const ofAddresses: readonly PortalProblem[] = ['addresses.missing', 'addresses.invalid']

/** Asks for one or many addresses and the role they come with. */
export function InviteDialog({ roles, free, busy, problem, results, onSubmit, onClose }: InviteDialogProps) {
  const [typed, setTyped] = useState('')
  const [role, setRole] = useState<MemberRole>('member')
  const atField = problem !== null && ofAddresses.includes(problem)
  const form = useFirstInvalid(atField ? problem : '')
  const count = addressesIn(typed).length
  return (
    <Dialog title="Invite people" lead="Each gets a mail with a link that works for seven days." onClose={onClose}>
      <form
        ref={form}
        noValidate
        className="tn-form"
        onSubmit={(event) => {
          const { addresses } = submitted(event, 'addresses')
          if (!busy) onSubmit({ addresses, role })
        }}
      >
        {problem && !atField && <ProblemPanel problem={wordsFor(problem)} />}
        {results.length > 0 && <Results results={results} />}
        <Field
          label="Email addresses"
          help="One or many, with a space, a comma or a new line between them."
          error={atField ? lineFor(problem) : null}
        >
          {(control) => (
            <textarea
              {...control}
              className={`${control.className} min-h-24 resize-y py-2.5`}
              name="addresses"
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              rows={3}
              required
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
          )}
        </Field>
        <Field label="Role" help={`${roleMay(role)}.`}>
          {(control) => (
            <select {...control} value={role} onChange={({ target }) => setRole(target.value as MemberRole)}>
              {roles.map((one) => (
                <option key={one} value={one}>
                  {roleName(one)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <p className="text-ui text-ink-2">{holds(count, free)}</p>
        <DialogActions>
          <Button kind="outline" onClick={onClose}>
            {results.length > 0 ? 'Close' : 'Not now'}
          </Button>
          <Button type="submit" busy={busy}>
            {count > 1 ? `Send ${countOf(count)} invitations` : 'Send 1 invitation'}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** What it does to the seats, before it is done. */
function holds(count: number, free: number): string {
  if (free === 0) return 'No seat is free now. They can accept, and get in as soon as one is.'
  const seats = `${countOf(free)} free ${free === 1 ? 'seat' : 'seats'}`
  if (count > free) return `You have ${seats}. Whoever accepts first gets in; the others wait for a seat.`
  return `Holds ${countOf(Math.max(1, count))} of your ${seats} until it is accepted, or expires after seven days.`
}

function Results({ results }: { results: readonly Invited[] }) {
  return (
    <div role="status">
      <ul className="grid gap-2 rounded-control bg-sunken p-3 text-ui">
        {results.map(({ email, problem }) => (
          <li key={email} className="grid grid-cols-[14px_1fr] gap-2">
            <span className="pt-[3px]">
              <Glyph role={problem ? 'problem' : 'done'} />
            </span>
            <span className="wrap-anywhere">
              <b className="font-medium">{email}</b> {problem ? lineFor(problem) : 'The invitation is out.'}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
