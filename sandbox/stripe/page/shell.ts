/** The look of the pages the sandbox serves on its own port: no asset of the product can be reached from there. */
import { readFileSync } from 'node:fs'
import { type Html, html, page } from '../../../server/http/html.ts'

const raw = (text: string): Html => html([text] as unknown as TemplateStringsArray)

const tokens = readFileSync(new URL('../../../ui/tokens.css', import.meta.url), 'utf8')

const style = `
*{box-sizing:border-box}body{margin:0;font:400 14px/20px var(--tn-font);color:var(--tn-ink);background:var(--tn-canvas);-webkit-font-smoothing:antialiased}
main{max-width:440px;min-height:100vh;margin:0 auto;padding:32px 20px;display:grid;gap:16px;align-content:center}
h1{font-size:20px;line-height:28px;letter-spacing:-.018em;margin:0}p{margin:0;color:var(--tn-ink-2);text-wrap:pretty}
.card{background:var(--tn-surface);border-radius:12px;box-shadow:var(--tn-shadow-card);padding:20px;display:grid;gap:12px}
.note{font-size:12px;line-height:16px;color:var(--tn-ink-3)}
dl{margin:0;display:grid;grid-template-columns:1fr auto;gap:8px 16px}dt{color:var(--tn-ink-2)}dd{margin:0;text-align:end;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
form{display:grid;gap:8px}
button,.button{display:flex;align-items:center;justify-content:center;height:44px;border:0;border-radius:8px;background:var(--tn-accent);color:var(--tn-on-accent);font:500 14px/20px var(--tn-font);cursor:pointer;text-decoration:none}
button:hover,.button:hover{background:var(--tn-accent-hover)}
.quiet{background:none;color:var(--tn-ink);box-shadow:inset 0 0 0 1px var(--tn-line-control)}.quiet:hover{background:var(--tn-hover)}
:focus-visible{outline:2px solid var(--tn-focus);outline-offset:2px}`

/** Which company it is, and what does not happen. */
export interface StoodIn {
  readonly of: string
  readonly note: string
}
const stripe: StoodIn = { of: 'Stripe', note: 'This is a sandbox. No bank is asked and no money moves.' }

export const sandboxPage = (title: string, body: Html, { of, note }: StoodIn = stripe): string =>
  page({
    title: `${title} · ${of} sandbox`,
    head: html`<style>${raw(tokens)}${raw(style)}</style>`,
    body: html`<main>${body}<p class="note">${note}</p></main>`,
  })

/** `amount` in minor currency units. */
export const money = (amount: number, currency: string): string =>
  new Intl.NumberFormat('en-IE', { style: 'currency', currency }).format(amount / 100)

/** `seconds` since 1970, in UTC. */
export const day = (seconds: number): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(seconds * 1000)
