/**
 * What `/sandbox/mailbox` shows: the mails nobody sent, because no SMTP server is configured.
 *
 * A mail is somebody's HTML, so it stands in a frame that may run no script and is nobody's origin. Everything else is
 * escaped.
 */
import { type Html, html, page } from '../../server/http/html.ts'
import type { KeptMail } from '../../server/records/notices/mailbox.ts'
import { mailboxStyle } from './style.ts'

export interface Selection {
  /** A mail's id; the newest is shown when it is null or unknown. */
  readonly selected: string | null
}

/** `mails`: newest first. */
export function mailboxPage(mails: readonly KeptMail[], { selected }: Selection): string {
  const chosen = mails.find(({ id }) => id === selected)
  const mail = chosen ?? mails[0]
  // on a phone there is room for one of the two
  const mode = chosen ? 'reading' : 'choosing'
  return page({
    title: 'Mailbox (sandbox) · Tenure',
    head: html`<link rel="stylesheet" href="/assets/tokens.css"><style>${style}</style>`,
    body: html`${bar}${mail ? html`<div class="split ${mode}">${list(mails, mail)}${reading(mail)}</div>` : empty}`,
  })
}

// our own text, without a sign that HTML would read
const style = html([mailboxStyle] as unknown as TemplateStringsArray)

const bar = html`<header class="bar"><img class="mark" src="/assets/mark.svg" alt=""><h1>Mailbox</h1>
<p>This is a sandbox: these mails were kept here and sent to nobody. Set <code>SMTP_URL</code> to send them.</p>
<a href="/sandbox/mailbox">Look again</a></header>`

const empty = html`<main class="empty"><p>No mail yet. Start a sign-up, and the code appears here.</p></main>`

const list = (mails: readonly KeptMail[], shown: KeptMail): Html =>
  html`<nav aria-label="Mails"><ul class="list">${mails.map((mail) => entry(mail, mail.id === shown.id))}</ul></nav>`

const entry = ({ id, subject, to, at }: KeptMail, isShown: boolean): Html => {
  const current = isShown ? html` aria-current="true"` : null
  return html`<li><a href="/sandbox/mailbox?mail=${encodeURIComponent(id)}"${current}><b>${subject}</b><span>To ${to}</span>${moment(at)}</a></li>`
}

const reading = (mail: KeptMail): Html =>
  html`<main class="mail"><p class="back"><a href="/sandbox/mailbox">All mails</a></p>
<header><h2>${mail.subject}</h2><p>To ${mail.to}, ${moment(mail.at)}</p></header>
<fieldset class="as"><legend>Show the mail as</legend><label><input type="radio" name="as" checked>HTML</label><label><input type="radio" name="as" id="as-text">Text</label></fieldset>
${headers(mail)}${links(mail)}<iframe title="The mail as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${mail.html}"></iframe>
<pre>${mail.text}</pre></main>`

const headers = ({ headers }: KeptMail): Html =>
  html`<ul class="links" aria-label="Headers of this mail">${Object.entries(headers).map(([name, value]) => html`<li><code>${name}: ${value}</code></li>`)}</ul>`

const links = ({ links }: KeptMail): Html | null =>
  links.length === 0
    ? null
    : html`<ul class="links" aria-label="Links in this mail">${links.map((link) => html`<li>${anchor(link)}</li>`)}</ul>`

/** Only what a browser would open as a page becomes a link. */
const anchor = (link: string): Html => (/^https?:\/\//.test(link) ? html`<a href="${link}">${link}</a>` : html`${link}`)

const moment = (at: number): Html => {
  const iso = new Date(at).toISOString()
  const told = new Intl.DateTimeFormat('en-GB', { ...spelt, timeZone: 'UTC' }).format(at)
  return html`<time datetime="${iso}">${told} UTC</time>`
}
const spelt = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const
