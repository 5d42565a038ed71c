/** The pages a person meets at GitHub's stand-in. They say that they are one. */
import { type Html, html } from '../../server/http/html.ts'
import { sandboxPage } from '../stripe/page/shell.ts'

const shown = (title: string, body: Html) =>
  sandboxPage(title, body, { of: 'GitHub', note: 'This is a sandbox. GitHub is not asked, and no account is touched.' })

/** Asks; the two buttons post to the address the page stands at. */
export const authorizePage = (scope: string): string =>
  shown(
    'Authorize Tenure',
    html`<section class="card"><h1>Authorize Tenure?</h1>
<p>Tenure wants to see the repositories of <b>fernhill-dev</b> (${scope}).</p>
<form method="post"><button name="decision" value="authorize">Authorize</button><button class="quiet" name="decision" value="cancel">Cancel</button></form></section>`,
  )

export const refusedPage = (why: string): string =>
  shown('Refused', html`<section class="card" role="alert"><h1>This cannot be authorized</h1><p>${why}</p></section>`)
