/** The page a mailed link opens. Opening it changes nothing, because mail scanners open every link; a person presses the button. */
import { html } from '../html.ts'
import { plainPage } from './shell.ts'

export const verifyPage = (token: string): string =>
  plainPage(
    'Confirm your address',
    html`<section class="card"><h1>Is this your address?</h1>
<p>Press the button and the sign-up goes on in the tab where you started it.</p>
<form method="post" action="/verify"><input type="hidden" name="token" value="${token}"><button>Confirm my address</button></form>
<small>You did not sign up? Then close this page; without the button nothing happens.</small></section>`,
  )

export const verifiedPage = (): string =>
  plainPage(
    'Address confirmed',
    html`<section class="card" role="status"><h1>Your address is confirmed</h1>
<p>Go back to the tab where you started: it has moved on already. You can close this one.</p></section>`,
  )

export const deadLinkPage = (): string =>
  plainPage(
    'This link has ended',
    html`<section class="card" role="alert"><h1>This link no longer works</h1>
<p>A link works once, for a quarter of an hour, and only the newest one counts. If your sign-up has moved on already, all is well; if not, ask for a new code in the tab where you started.</p>
<a class="button outline" href="/portal/sign-in">Sign in</a></section>`,
  )
