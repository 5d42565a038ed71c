/** The plain look of the pages the server writes itself. */
import { Html, html, page } from '../html.ts'

const style = `
@font-face{font-family:"Inter Variable";src:url(/assets/inter.woff2) format("woff2");font-weight:100 900;font-display:swap}
*{box-sizing:border-box}
body{margin:0;font:400 14px/20px var(--tn-font);font-optical-sizing:auto;font-feature-settings:"cv11","ss03";letter-spacing:var(--tn-track-normal);color:var(--tn-ink);background:var(--tn-canvas);-webkit-font-smoothing:antialiased}
main{max-width:432px;min-height:100vh;margin:0 auto;padding:40px 16px;display:grid;align-content:center;gap:20px}
main.wide{max-width:960px;min-height:0;padding:40px 24px 72px;gap:32px}
h1{margin:0;font-size:20px;line-height:28px;font-weight:600;letter-spacing:var(--tn-track-tight);text-wrap:balance}
h2{margin:0;font-size:14px;line-height:20px;font-weight:600}p{margin:0;color:var(--tn-ink-2);text-wrap:pretty;overflow-wrap:anywhere}
.brand{display:flex;align-items:center;gap:8px;font-size:16px;line-height:24px;font-weight:600;letter-spacing:var(--tn-track-tight);color:inherit;text-decoration:none}
.brand img{width:22px;height:22px}main:not(.wide) .brand{justify-self:center}
.card{background:var(--tn-surface);border-radius:16px;box-shadow:var(--tn-shadow-shell);padding:24px;display:grid;gap:16px}.card h1+p{margin-top:-12px}
.wide .card{border-radius:12px;box-shadow:var(--tn-shadow-card);padding:20px}
form{display:grid}
button,.button{display:flex;align-items:center;justify-content:center;width:100%;min-height:44px;padding:0 14px;border:0;border-radius:8px;background:var(--tn-accent);color:var(--tn-on-accent);font:500 14px/20px var(--tn-font);cursor:pointer;text-decoration:none}
button:hover,.button:hover{background:var(--tn-accent-hover)}
.button.outline{background:none;color:inherit;box-shadow:inset 0 0 0 1px var(--tn-line-control)}.button.outline:hover{background:var(--tn-hover)}
small{font-size:12px;line-height:16px;color:var(--tn-ink-2)}
:focus-visible{outline:2px solid var(--tn-focus);outline-offset:2px}
code{font-family:var(--tn-font-mono);font-size:12px}
`

export interface Plain {
  /** Wider than one card. */
  readonly wide?: boolean
  /** What this page alone needs; ours, never a visitor's. */
  readonly style?: string
}

export const plainPage = (title: string, body: Html, { wide = false, style: more = '' }: Plain = {}): string =>
  page({
    title: `${title} · Tenure`,
    head: html`<link rel="stylesheet" href="/assets/tokens.css"><style>${new Html(style + more)}</style>`,
    body: html`<main class="${wide ? 'wide' : ''}"><a class="brand" href="/"><img src="/assets/mark.svg" alt="">Tenure</a>${body}</main>`,
  })
