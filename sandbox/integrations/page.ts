/** What `/sandbox/integrations` shows: which keys the stand-ins take, and a way to take them back there. */
import { type Html, html, page } from '../../server/http/html.ts'
import { look } from '../stripe/page/look.ts'
import type { IntegrationsSandbox } from './integrations-sandbox.ts'
import type { KeyKind } from './memory.ts'
import { goodKeys, NAMESPACE, weakKeys } from './places.ts'

const names: Record<KeyKind, string> = { anthropic: 'Anthropic', npm: 'npm', openvsx: 'Open VSX' }

export const integrationsPage = (sandbox: IntegrationsSandbox): string =>
  page({
    title: 'Integrations (sandbox) · Tenure',
    head: html`<link rel="stylesheet" href="/assets/tokens.css"><style>${style}</style>`,
    body: html`${bar}<main><section><h2>Keys</h2><ul class="rows">${(Object.keys(goodKeys) as KeyKind[]).map((kind) => keyRow(sandbox, kind))}</ul></section>
<section><h2>Keys that may not do what is needed</h2><ul class="rows">${Object.entries(weakKeys).map(([kind, key]) => html`<li><b>${names[kind as KeyKind]}</b><code>${key}</code></li>`)}</ul></section>
<section><h2>GitHub</h2><ul class="rows"><li><b>fernhill-dev</b>${chip(sandbox.tokens() > 0, 'authorized', 'not authorized')}<small>Tokens that work: ${sandbox.tokens()}. Its page asks before it gives one.</small>${button('revoke', 'github', 'Revoke them')}</li></ul></section></main>`,
  })

// our own text, without a sign that HTML would read
const style = html([
  `${look}form button{min-height:32px;padding:0 12px;border:0;border-radius:7px;background:none;box-shadow:inset 0 0 0 1px var(--tn-line-control);color:inherit;font:500 12px/16px var(--tn-font);cursor:pointer}`,
] as unknown as TemplateStringsArray)

const bar = html`<header class="bar"><img class="mark" src="/assets/mark.svg" alt=""><h1>Integrations</h1>
<p>This is a sandbox: GitHub, Anthropic, npm and Open VSX are not asked. Any other key is refused, as a mistyped one would be.</p>
<a href="/sandbox/integrations">Look again</a></header>`

const chip = (isGood: boolean, yes: string, no: string): Html =>
  html`<span class="chip ${isGood ? 'good' : 'problem'}">${isGood ? yes : no}</span>`

const button = (act: 'revoke' | 'restore', kind: string, words: string): Html =>
  html`<form method="post" action="/sandbox/integrations"><input type="hidden" name="act" value="${act}"><input type="hidden" name="kind" value="${kind}"><button>${words}</button></form>`

function keyRow(sandbox: IntegrationsSandbox, kind: KeyKind): Html {
  const isRevoked = sandbox.isRevoked(kind)
  const where = kind === 'openvsx' ? `For the namespace ${NAMESPACE}.` : 'The key that works.'
  const act = isRevoked ? button('restore', kind, 'Make it work again') : button('revoke', kind, 'Revoke it')
  return html`<li><b>${names[kind]}</b>${chip(!isRevoked, 'works', 'revoked')}<small>${where} <code>${goodKeys[kind]}</code></small>${act}</li>`
}
