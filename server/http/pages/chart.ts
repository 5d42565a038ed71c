/** The sign-up's chart as the start page draws it: in words for everybody, in the design's shapes for whoever sees them. */
import { html } from '../html.ts'

/** Whose turn it is, as shape and word. */
const turns = {
  person: {
    word: 'waits on the person',
    glyph: html`<circle cx="6" cy="6" r="4.25"/><path d="M6 1.75a4.25 4.25 0 0 1 0 8.5z" fill="currentColor" stroke="none"/>`,
  },
  us: {
    word: 'waits on us',
    glyph: html`<circle cx="6" cy="6" r="4.25" stroke-opacity=".32"/><path d="M6 1.75A4.25 4.25 0 0 1 10.25 6" stroke-width="1.75"/>`,
  },
  final: {
    word: 'done',
    glyph: html`<circle cx="6" cy="6" r="4.25"/><circle cx="6" cy="6" r="1.9" fill="currentColor" stroke="none"/>`,
  },
} as const

const node = (turn: keyof typeof turns, name: string, how: string) =>
  html`<li data-turn="${turn}"><svg viewBox="0 0 12 12" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" aria-hidden="true">${turns[turn].glyph}</svg><span><b>${name}</b><small>${how}</small></span></li>`

/** States as the onboarding names them. */
export const chart = html`<figure class="chart card"><figcaption><h2>Onboarding</h2><p class="key">${Object.entries(
  turns,
).map(
  ([turn, { word, glyph }]) =>
    html`<span data-turn="${turn}"><svg viewBox="0 0 12 12" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" aria-hidden="true">${glyph}</svg>${word}</span>`,
)}</p></figcaption><ol>
${node('person', 'address', 'their e-mail')}
${node('person', 'verifying', 'a code, or a link')}
${node('person', 'profile', 'who they are')}
${node('person', 'plan', 'what they take')}
${node('person', 'payment', 'a card, if it costs something')}
${node('us', 'settingUp', 'six steps, each undone on failure')}
${node('final', 'finished', 'the workspace is open')}
</ol></figure>`

export const chartStyle = `
.chart{margin:0;background:var(--tn-sc-canvas)}
.chart figcaption{display:flex;flex-wrap:wrap;justify-content:space-between;gap:4px 24px}
.chart .key{display:flex;flex-wrap:wrap;gap:4px 16px;font-size:12px;line-height:20px}.key span{display:flex;align-items:center;gap:6px}.chart svg{flex:none;width:12px;height:12px}
.key svg{color:var(--role)}
.chart ol{list-style:none;margin:0;padding:4px 0;display:grid;grid-template-columns:repeat(7,minmax(0,1fr));gap:18px}
.chart [data-turn=person]{--role:var(--tn-person);--fill:var(--tn-sc-person);--word:var(--tn-sc-person-ink)}
.chart [data-turn=us]{--role:var(--tn-us);--fill:var(--tn-sc-us);--word:var(--tn-sc-us-ink)}
.chart [data-turn=final]{--role:var(--tn-sc-final-line);--fill:var(--tn-sc-final);--word:var(--tn-sc-final-ink)}
.chart li{position:relative;display:flex;gap:8px;min-height:76px;padding:10px;border-radius:8px;background:var(--fill);box-shadow:inset 0 0 0 1px var(--role)}
.chart li svg{margin-top:4px;color:var(--role)}.chart li span{min-width:0;display:grid;align-content:start}.chart li b{font-weight:500;color:var(--word)}
.chart li[data-turn=final]{outline:1px solid var(--role);outline-offset:2px}
.chart li+li::before{content:"";position:absolute;top:50%;left:-16px;width:11px;border-top:1.25px solid var(--tn-sc-edge)}
.chart li+li::after{content:"";position:absolute;top:calc(50% - 3px);left:-8px;border:3.5px solid transparent;border-inline-start:5px solid var(--tn-sc-edge);border-inline-end:0}
@media(max-width:860px){
.chart ol{grid-template-columns:minmax(0,1fr);gap:18px}.chart li{min-height:0}
.chart li+li::before{top:-16px;left:15px;width:0;height:10px;border:0;border-inline-start:1.25px solid var(--tn-sc-edge)}
.chart li+li::after{top:-7px;left:12px;border:3.5px solid transparent;border-top:5px solid var(--tn-sc-edge);border-bottom:0}
}
`
