/** What a mailed invitation's link leads to now, and who is looking. Looking changes nothing. */
import type { MemberRole } from '../../machines/vocabulary/people.ts'
import type { View } from '../engine/view.ts'
import {
  acceptPage,
  type Invitation,
  type InvitationEnding,
  newAccountPage,
  signInToJoinPage,
} from './pages/invitation.ts'
import type { HttpPorts, Sessions } from './ports.ts'

type SignedIn = NonNullable<Awaited<ReturnType<Sessions['from']>>>

/** It can be accepted. */
export interface Open {
  readonly is: 'open'
  readonly id: string
  readonly tenant: string
  readonly token: string
  readonly invitation: Invitation
  readonly signedIn: SignedIn | null
  /** Whether the address has an account. */
  readonly hasAccount: boolean
}
export type Look =
  | Open
  /** It was accepted, and something is missing. */
  | {
      readonly is: 'waits'
      readonly id: string
      readonly tenant: string
      readonly token: string
      readonly why: 'full' | 'failed'
      readonly canRetry: boolean
    }
  | { readonly is: 'over'; readonly token: string; readonly how: InvitationEnding }

export async function look(ports: HttpPorts, token: string, headers: Headers): Promise<Look> {
  const over = (how: InvitationEnding): Look => ({ is: 'over', token, how })
  const trace = await ports.tokens.trace('invitation', token)
  const view = trace && (await ports.engine.view(trace.subject, 'system'))
  if (!trace || !view) return over('unknown')
  const { subject: id, tenant } = trace
  const signedIn = await ports.sessions.from(headers)
  const why = view.value
  if (why === 'full' || why === 'failed')
    return {
      is: 'waits',
      id,
      tenant,
      token,
      why,
      canRetry: signedIn !== null && signedIn.userId === view.context['userId'],
    }
  const how = endingOf(view)
  if (how) return over(how)
  if (trace.state !== 'live') return over(trace.state === 'expired' ? 'expired' : 'superseded')
  const email = String(view.context['email'])
  const hasAccount = (await ports.sessions.accountOf(email)) !== null
  return { is: 'open', id, tenant, token, invitation: await told(ports, view, token), signedIn, hasAccount }
}

/** Null while it waits for whoever holds the link. */
function endingOf({ value }: View): InvitationEnding | null {
  if (value === 'mailing' || value === 'mailFailed') return 'mailing'
  if (value === 'stuck' || (typeof value === 'object' && 'accepting' in value)) return 'accepting'
  return typeof value === 'string' ? (value as InvitationEnding) : null
}

async function told({ tenants }: HttpPorts, { context }: View, token: string): Promise<Invitation> {
  const { email, role, inviter, tenantId } = context as Record<string, string>
  const tenant = await tenants.get(tenantId!)
  return { token, email: email!, role: role as MemberRole, inviter: inviter!, company: tenant?.name ?? '' }
}

export const isSameAddress = ({ signedIn, invitation }: Open): boolean =>
  signedIn?.email.toLowerCase() === invitation.email

/** The form that fits whoever is looking. */
export const atTheDoor = (open: Open): string => {
  if (open.signedIn) return acceptPage(open.invitation)
  return open.hasAccount ? signInToJoinPage(open.invitation) : newAccountPage(open.invitation)
}
