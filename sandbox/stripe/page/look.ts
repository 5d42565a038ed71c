/** The look of the product's page about its Stripe sandbox, from the design tokens. No script. */
export const look = `
@font-face{font-family:"Inter Variable";src:url(/assets/inter.woff2) format("woff2");font-weight:100 900;font-display:swap}
*{box-sizing:border-box}
body{margin:0;font:400 14px/20px var(--tn-font);color:var(--tn-ink);background:var(--tn-canvas);-webkit-font-smoothing:antialiased}
h1,h2,p,ul,dl,dd{margin:0;padding:0}h1{font-size:16px;line-height:24px}h2{font-size:14px;line-height:20px}
a{color:var(--tn-accent-ink);font-weight:500;text-underline-offset:3px}:focus-visible{outline:2px solid var(--tn-focus);outline-offset:2px}
.bar{display:flex;flex-wrap:wrap;align-items:center;gap:4px 12px;padding:12px 20px;background:var(--tn-surface);border-bottom:1px solid var(--tn-line)}
.bar p{flex:1 1 260px;color:var(--tn-ink-2)}.mark{width:22px;height:22px;display:block}
main{max-width:1000px;margin:0 auto;padding:24px 20px 64px;display:grid;gap:24px}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(140px,1fr));gap:12px}
.figures div{padding:14px 16px;border-radius:12px;background:var(--tn-surface);box-shadow:var(--tn-shadow-card)}
.figures dt{font-size:13px;color:var(--tn-ink-2)}.figures dd{font-size:20px;line-height:28px;text-wrap:balance;font-weight:600;font-variant-numeric:tabular-nums}
section{display:grid;gap:8px;min-width:0}
.rows{list-style:none;border-radius:12px;background:var(--tn-surface);box-shadow:var(--tn-shadow-card);overflow:hidden}
.rows li{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:2px 16px;padding:12px 20px}.rows li+li{border-top:1px solid var(--tn-line)}
.rows b{font-weight:500;overflow-wrap:anywhere}.rows small{font-size:13px;line-height:20px;color:var(--tn-ink-2);overflow-wrap:anywhere}
.rows time,.rows .id{font-size:12px;color:var(--tn-ink-3)}.rows .id{font-family:var(--tn-font-mono);overflow-wrap:anywhere}
.rows li>:nth-child(2n){justify-self:end;align-self:start;text-align:end}.rows .amount{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}
.chip{display:inline-block;padding:0 7px;border-radius:5px;font-size:12px;line-height:20px;font-weight:500;background:var(--tn-sunken);color:var(--tn-ink-2);box-shadow:inset 0 0 0 1px var(--tn-line)}
.chip.good{background:var(--tn-accent-soft);color:var(--tn-accent-ink);box-shadow:inset 0 0 0 1px var(--tn-accent-line)}
.chip.person{background:var(--tn-person-soft);color:var(--tn-person-ink);box-shadow:inset 0 0 0 1px var(--tn-person-line)}
.chip.problem{background:var(--tn-problem-soft);color:var(--tn-problem-ink);box-shadow:inset 0 0 0 1px var(--tn-problem-line)}
.none{padding:20px;border-radius:12px;background:var(--tn-surface);box-shadow:var(--tn-shadow-card);color:var(--tn-ink-2)}
code{font-family:var(--tn-font-mono);font-size:12px}
@media(max-width:600px){.bar{padding:12px 16px}main{padding:16px 12px 48px}.rows li{padding:12px 16px}.rows small,.rows .id,.rows li>.id:nth-child(2n){grid-column:1/-1;justify-self:start;text-align:start}}
`
