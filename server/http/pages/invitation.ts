/** What a mailed invitation opens. Opening it changes nothing; a person presses a button. */
import type { MemberRole } from '../../../machines/vocabulary/people.ts'
import { type Html, html } from '../html.ts'
import { plainPage } from './shell.ts'

/** An invitation as its page tells of it. */
export interface Invitation {
  readonly token: string
  readonly email: string
  readonly role: MemberRole
  readonly inviter: string
  readonly company: string
}

const roles: Record<MemberRole, string> = {
  owner: 'an owner',
  admin: 'an admin',
  billing: 'a billing member',
  developer: 'a developer',
  member: 'a member',
}

const style = `
form{gap:16px}label{display:grid;gap:6px;font-weight:500}
input{min-height:44px;width:100%;padding:0 12px;border:1px solid var(--tn-line-control);border-radius:8px;background:var(--tn-surface);color:inherit;font:400 16px/24px var(--tn-font)}
label small{font-weight:400}[role=alert].note{padding:12px 14px;border-radius:8px;background:var(--tn-problem-soft);color:var(--tn-problem-ink)}
.quiet{background:none;color:var(--tn-ink-2)}.quiet:hover{background:var(--tn-hover)}
`
const shown = (title: string, body: Html) => plainPage(title, body, { style })

const post = (to: string, token: string, inside: Html) =>
  html`<form method="post" action="/invitation/${to}"><input type="hidden" name="token" value="${token}">${inside}</form>`

const head = ({ company, inviter, role, email }: Invitation) =>
  html`<h1>Join ${company}</h1><p>${inviter} invites you, ${email}, to work there as ${roles[role]}.</p>`

const decline = ({ token }: Invitation) =>
  post('decline', token, html`<button class="quiet">Decline the invitation</button>`)

const problemNote = (problem: string | null) =>
  problem === null ? null : html`<div class="note" role="alert">${problem}</div>`

/** To whoever is signed in with the invited address. */
export const acceptPage = (invitation: Invitation): string =>
  shown(
    'Invitation',
    html`<section class="card">${head(invitation)}${post('accept', invitation.token, html`<button>Join ${invitation.company}</button>`)}${decline(invitation)}</section>`,
  )

/** To whoever has an account with that address and is not signed in. */
export const signInToJoinPage = (invitation: Invitation, problem: string | null = null): string =>
  shown(
    'Invitation',
    html`<section class="card">${head(invitation)}${problemNote(problem)}${post(
      'accept',
      invitation.token,
      html`<input type="hidden" name="username" autocomplete="username" value="${invitation.email}"><label>Your Tenure password<input name="password" type="password" autocomplete="current-password" required maxlength="200"></label><button>Sign in and join</button>`,
    )}${decline(invitation)}<small>This address has an account. No password at hand? <a href="/portal/sign-in">Sign in with a code by mail</a>, then open the link once more.</small></section>`,
  )

/** To somebody new. */
export const newAccountPage = (invitation: Invitation, name = '', problem: string | null = null): string =>
  shown(
    'Invitation',
    html`<section class="card">${head(invitation)}${problemNote(problem)}${post(
      'accept',
      invitation.token,
      html`<label>Your name<input name="name" autocomplete="name" required maxlength="80" value="${name}"></label><label>Choose a password<input name="password" type="password" autocomplete="new-password" required minlength="10" maxlength="200"><small>At least 10 characters.</small></label><button>Make my account and join</button>`,
    )}${decline(invitation)}<small>The mail you came from has proved that the address is yours.</small></section>`,
  )

/** To somebody who is signed in as somebody else: a forwarded mail, or two accounts of one person. */
export const wrongAccountPage = ({ token, email, company }: Invitation, signedInAs: string): string =>
  shown(
    'Another account',
    html`<section class="card" role="alert"><h1>This invitation is for another account</h1><p>You are signed in as ${signedInAs}. The invitation to ${company} is for ${email}, and only its owner can accept it. Nothing has changed.</p>${post('sign-out', token, html`<button>Sign out and go on as ${email}</button>`)}<a class="button outline" href="/portal/">Stay signed in</a><small>Should it be for the account you are in? Ask whoever invited you to invite that address.</small></section>`,
  )

/** To somebody who accepted and got no seat, or no access. With a button where they are signed in as themselves. */
export const waitsPage = (token: string, why: 'full' | 'failed', canRetry: boolean): string => {
  const [title, what] =
    why === 'full'
      ? [
          'Every seat is taken',
          'You have accepted, and somebody else took the last seat. Ask whoever invited you to free or add one; then press the button. You lose nothing by waiting.',
        ]
      : [
          'The workspace did not open',
          'You have accepted, and we could not open the workspace to you. The fault is ours, and we have a record of it. Nothing is lost.',
        ]
  const way = canRetry
    ? post('again', token, html`<button>Try again</button>`)
    : html`<a class="button" href="/portal/sign-in">Sign in</a><small>Then open the link once more to try again.</small>`
  return shown(title, html`<section class="card" role="alert"><h1>${title}</h1><p>${what}</p>${way}</section>`)
}

const ends = {
  unknown: [
    'This link is not complete',
    'There is no invitation behind it. Copy the whole link from the mail, or ask for a new invitation.',
  ],
  superseded: [
    'A newer invitation was mailed',
    'Only the newest link works. Look for a later mail, and open that one.',
  ],
  mailing: ['A newer link is on its way', 'Only the newest link works. It arrives within minutes; open that one.'],
  expired: [
    'This invitation has expired',
    'An invitation works for seven days. Ask whoever invited you for a new one.',
  ],
  revoked: ['This invitation was taken back', 'It is no longer open. If that surprises you, ask whoever invited you.'],
  declined: ['This invitation was declined', 'Nothing was made. If you changed your mind, ask for a new one.'],
  refused: [
    'This invitation is not needed',
    'Another one waits for you, or you are in the team already. Sign in to see.',
  ],
  accepted: ['This invitation has been used', 'Whoever it was for is in the team. Sign in to open the workspace.'],
  accepting: ['Your access is being set up', 'This takes a few seconds. Then sign in to open the workspace.'],
} as const
export type InvitationEnding = keyof typeof ends

export const endedPage = (how: InvitationEnding): string => {
  const [title, what] = ends[how]
  return shown(
    title,
    html`<section class="card" role="alert"><h1>${title}</h1><p>${what}</p><a class="button outline" href="/portal/">Open Tenure</a></section>`,
  )
}

export const declinedPage = (): string =>
  shown(
    'Declined',
    html`<section class="card" role="status"><h1>You declined</h1><p>Nothing was made, and whoever invited you is told. You can close this page.</p></section>`,
  )

/** A form on another site could make its visitors accept. */
export const foreignInvitationPage = (): string =>
  shown(
    'Not from here',
    html`<section class="card" role="alert"><h1>That did not come from our page</h1><p>Open the link in your mail once more, and press the button there.</p></section>`,
  )
