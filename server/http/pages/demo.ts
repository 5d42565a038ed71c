/** The demo product site: another site than ours, so that the widget is really embedded across origins. */
import { Html, html, page } from '../html.ts'
import { demoStyle } from './demo-style.ts'

export interface DemoPage {
  readonly publicUrl: string
  readonly key: string
  /** Mails are kept here instead of being sent. */
  readonly mailbox: boolean
  /** The hosted sign-up offers the inspector. */
  readonly inspectable?: boolean
}

const logo = html`<svg viewBox="0 0 28 28" fill="none" aria-hidden="true"><rect width="28" height="28" rx="8" fill="currentColor"/><path d="M8 20V8l12 12V8" stroke="var(--paper)" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/></svg>`

/** What the product would look like, if there were one. */
const notes = html`<div class="notes" role="img" aria-label="Northwind answering a question from three notes">
<p class="asked">Why did we move the launch to March?</p>
<p><b>Planning, 14 January</b>The printer needs <mark>six weeks for the second run</mark>, so February is out.</p>
<p><b>Call with Aldous</b>He would rather launch late <mark>with the index than without it</mark>.</p></div>`

const fact = (title: string, text: Html) => html`<li><h2>${title}</h2><p>${text}</p></li>`

const facts = ({
  publicUrl,
  mailbox,
}: DemoPage) => html`<section class="facts" aria-label="About this demonstration"><ul>
${fact('Saved as you go', html`Close the tab in the middle, come back tomorrow or on your phone: you are where you were.`)}
${fact('Really set up', html`An account, a company, a workspace with a database and limits of its own, and a key for its API.`)}
${mailbox ? fact('Mail without mail', html`The code you are asked for is in the <a href="${publicUrl}/sandbox/mailbox" target="_blank">sandbox mailbox</a>.`) : fact('Mailed to you', html`The code you are asked for comes by mail, with a link that does the same.`)}
</ul></section>`

const inspectLink = ({ publicUrl, key, inspectable }: DemoPage) =>
  inspectable
    ? html` For developers: <a href="${publicUrl}/signup?key=${key}&amp;inspect">Inspect the sign-up</a>.`
    : null

export const demoPage = (demo: DemoPage): string =>
  page({
    title: 'Northwind Notes',
    head: html`<style>${new Html(demoStyle)}</style><script src="${demo.publicUrl}/embed.js" async></script>`,
    body: html`<header>${logo}<b>Northwind Notes</b><a href="${demo.publicUrl}/portal/sign-in">Sign in</a></header>
<main><div><h1>Notes your whole team will find again</h1>
<p class="lead">Meetings, decisions, half a thought on a Friday. Northwind keeps them together and answers from them when somebody asks.</p></div>
<section class="sign-up" aria-label="Sign up"><tenure-flow flow="onboarding" key="${demo.key}"></tenure-flow></section>
${notes}</main>
<footer>${facts(demo)}<p>Northwind is made up, its sign-up is not: two lines of HTML embed it from Tenure, which stands on another origin. So do those of <a href="/leave">closing a workspace</a>.${inspectLink(demo)}</p></footer>`,
  }).replace('href="/assets/mark.svg"', `href="${demo.publicUrl}/assets/mark.svg"`)

/** Where a product lets its customers leave: the same two lines, another flow. */
export const demoLeavePage = (demo: DemoPage): string =>
  page({
    title: 'Close your workspace · Northwind Notes',
    head: html`<style>${new Html(demoStyle)}</style><script src="${demo.publicUrl}/embed.js" async></script>`,
    body: html`<header>${logo}<b>Northwind Notes</b><a href="/">Home</a></header>
<main><div><h1>Closing your workspace</h1>
<p class="lead">See first what goes and what stays. Nothing happens before you type the name of the workspace, and for thirty days there is a way back.</p></div>
<section class="sign-up" aria-label="Close a workspace"><tenure-flow flow="offboarding" key="${demo.key}"></tenure-flow></section></main>
<footer><p>Northwind is made up, its way out is not: two lines of HTML embed it from Tenure, which stands on another origin.</p></footer>`,
  }).replace('href="/assets/mark.svg"', `href="${demo.publicUrl}/assets/mark.svg"`)
