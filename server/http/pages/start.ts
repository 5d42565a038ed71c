/** `/`: the doors of a fresh installation. */
import { html } from '../html.ts'
import { chart, chartStyle } from './chart.ts'
import { plainPage } from './shell.ts'

export interface StartPage {
  readonly publicUrl: string
  readonly demoUrl: string
  /** Mails are kept here instead of being sent. */
  readonly mailbox: boolean
  /** Stripe is the sandbox. */
  readonly stripe: boolean
  /** Some of the companies a workspace can be connected to are stood in for. */
  readonly integrations: boolean
}

const style = `
.hero{display:grid;gap:12px;padding:24px 0 8px;max-width:640px}
.hero h1{font-size:clamp(28px,4.4vw,40px);line-height:1.15;letter-spacing:-.028em}.hero p{font-size:16px;line-height:26px}
.doors{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:16px}
.doors a{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:2px 16px;align-items:center;padding:18px 20px;border-radius:12px;background:var(--tn-surface);box-shadow:var(--tn-shadow-card);color:inherit;text-decoration:none}
.doors a:hover{background:var(--tn-hover)}.doors b{font-weight:600}.doors span{grid-column:1;font-size:13px;color:var(--tn-ink-2)}
.doors i{grid-area:1/2/3/3;color:var(--tn-ink-3);font-style:normal}.doors a:first-child i{color:var(--tn-accent-ink)}
.doors a:first-child{box-shadow:0 0 0 1.5px var(--tn-accent)}
pre{margin:0;padding:14px 16px;border-radius:8px;background:var(--tn-sunken);overflow-x:auto;line-height:22px}pre b{font-weight:500;color:var(--tn-accent-ink)}
@media(max-width:680px){main.wide{padding:24px 16px 48px;gap:24px}.hero{padding-top:8px}.doors{grid-template-columns:minmax(0,1fr);gap:12px}}
`

const door = (href: string, name: string, what: string) =>
  html`<a href="${href}"><b>${name}</b><span>${what}</span><i aria-hidden="true">→</i></a>`

const doors = ({ demoUrl, mailbox, stripe, integrations }: StartPage) => html`<nav class="doors" aria-label="Doors">
${door(demoUrl, 'Demo product site', 'Begin here: a made-up product that embeds the sign-up.')}
${door('/portal/', 'Portal', 'Where a team runs its workspace.')}
${door('/operator/', 'Operator console', 'The flow map, and any customer’s journey, step by step.')}
${door('/signup', 'Hosted sign-up', 'The same flow on a page of its own.')}
${mailbox ? door('/sandbox/mailbox', 'Mailbox', 'Every mail this installation would have sent.') : null}
${stripe ? door('/sandbox/stripe', 'Stripe sandbox', 'Customers, subscriptions and invoices, with no bank behind them.') : null}
${integrations ? door('/sandbox/integrations', 'Integrations sandbox', 'GitHub, Anthropic, npm and Open VSX, and the keys they take here.') : null}
</nav>`

const snippet = (publicUrl: string) => html`<section class="card"><h2>Embed it in your site</h2>
<pre tabindex="0" aria-label="Two lines of HTML"><code>&lt;script src="<b>${publicUrl}/embed.js</b>" async&gt;&lt;/script&gt;
&lt;tenure-flow flow="onboarding" key="<b>pk_demo</b>"&gt;&lt;/tenure-flow&gt;</code></pre>
<p>The embedding key says which sites may hold the widget, which plans they offer, and in which colours.</p></section>`

export const startPage = (start: StartPage): string =>
  plainPage(
    'Start',
    html`<header class="hero"><h1>The customer lifecycle, as one running chart</h1>
<p>Every flow is a statechart. It runs durably on the server, draws the screens people see, and is the picture you read.</p></header>
${chart}${doors(start)}${snippet(start.publicUrl)}`,
    { wide: true, style: style + chartStyle },
  )
