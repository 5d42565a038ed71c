/** What people come back to from another company. Coming back changes nothing, because an address can be sent to anybody. */
import { type Html, html } from '../html.ts'
import { plainPage } from './shell.ts'

const settings = '/portal/settings/integrations'

const post = (fields: Readonly<Record<string, string>>, button: string): Html =>
  html`<form method="post" action="/integrations/github/callback">${Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<button autofocus>${button}</button></form>`

const card = (title: string, body: Html, role: 'status' | 'alert' = 'status'): string =>
  plainPage(title, html`<section class="card" role="${role}"><h1>${title}</h1>${body}</section>`)

/** They said yes. */
export const grantedPage = (state: string, code: string, company: string): string =>
  card(
    'Connect GitHub',
    html`<p>You said yes at GitHub. One more press connects it to ${company}.</p>${post({ state, code }, `Connect GitHub to ${company}`)}<small>You did not ask for this? Then close this page; without the button nothing happens.</small>`,
  )

/** They said no. */
export const deniedPage = (state: string): string =>
  card(
    'You cancelled at GitHub',
    html`<p>Nothing is connected, and nothing was given away.</p>${post({ state, denied: 'yes' }, 'Back to the integrations')}`,
  )

/** The state is used, old, somebody else's, or was never given. Which of them, nobody is told. */
export const lostPage = (): string =>
  card(
    'This way back has ended',
    html`<p>It works once, for a quarter of an hour, and only for the person who began it, in the browser they are signed in with. Nothing has changed.</p><a class="button" href="${settings}">Back to the integrations</a><small>Begin again there.</small>`,
    'alert',
  )

/** A form on another site could connect its own account to a visitor's workspace. */
export const foreignConnectPage = (): string =>
  card(
    'That did not come from our page',
    html`<p>Nothing has changed.</p><a class="button" href="${settings}">Back to the integrations</a>`,
    'alert',
  )
