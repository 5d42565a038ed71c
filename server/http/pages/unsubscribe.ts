/** What the way out of a mail opens. Opening it changes nothing; a person presses the button. */
import type { OptionalClass } from '../../../machines/vocabulary/notices.ts'
import { html } from '../html.ts'
import { plainPage } from './shell.ts'

const kinds: Record<OptionalClass, string> = {
  team: 'about your team',
  usage: 'about what your workspace uses',
  integrations: 'about connections to other companies that break',
  product: 'with tips and reminders',
}

const settings = html`<a class="button outline" href="/portal/settings/notifications">What you are told, in the settings</a>`

export const askToStopPage = (token: string, about: OptionalClass): string =>
  plainPage(
    'Unsubscribe',
    html`<section class="card"><h1>Stop mails ${kinds[about]}?</h1>
<p>You get no more mails of this kind. Mails about your account’s security, about money and about leaving still come: without them you could lose something.</p>
<form method="post" action="/unsubscribe"><input type="hidden" name="token" value="${token}"><button>Stop these mails</button></form>
<small>Without the button nothing happens.</small></section>`,
  )

export const stoppedPage = (about: OptionalClass): string =>
  plainPage(
    'Unsubscribed',
    html`<section class="card" role="status"><h1>Stopped</h1>
<p>Mails ${kinds[about]} no longer come to you. If you change your mind, switch them on again.</p>${settings}</section>`,
  )

export const stoppedBeforePage = (about: OptionalClass): string =>
  plainPage(
    'Unsubscribed',
    html`<section class="card" role="status"><h1>Stopped already</h1>
<p>Mails ${kinds[about]} no longer come to you. If you change your mind, switch them on again.</p>${settings}</section>`,
  )

export const noStopPage = (): string =>
  plainPage(
    'This link has ended',
    html`<section class="card" role="alert"><h1>This link no longer works</h1>
<p>It works once, for a year, and nothing was changed now. Take the link of a newer mail, or decide in the settings.</p>${settings}</section>`,
  )
