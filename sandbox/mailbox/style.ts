/** The look of the mailbox, from the design tokens. No script: which part of a mail is shown is a matter of two radios. */
export const mailboxStyle = `
*{box-sizing:border-box}
@font-face{font-family:"Inter Variable";src:url(/assets/inter.woff2) format("woff2");font-weight:100 900;font-display:swap}
body{margin:0;font:400 14px/20px var(--tn-font);font-optical-sizing:auto;color:var(--tn-ink);background:var(--tn-canvas);-webkit-font-smoothing:antialiased}
h1,h2,p,ul{margin:0;padding:0}h1{font-size:16px;line-height:24px}h2{font-size:20px;line-height:28px;letter-spacing:-.018em;overflow-wrap:anywhere}
a{color:inherit}:focus-visible{outline:2px solid var(--tn-focus);outline-offset:2px}
.bar{display:flex;flex-wrap:wrap;align-items:center;gap:4px 12px;padding:12px 20px;background:var(--tn-surface);border-bottom:1px solid var(--tn-line)}
.bar p{flex:1 1 260px;color:var(--tn-ink-2)}.bar a,.back a,.links a{color:var(--tn-accent-ink);font-weight:500;text-underline-offset:3px}
.mark{width:22px;height:22px;display:block}
.split{display:grid;grid-template-columns:320px minmax(0,1fr);min-height:calc(100vh - 49px)}
.list{list-style:none;background:var(--tn-surface);border-right:1px solid var(--tn-line)}
.list a{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:2px 12px;padding:12px 20px;border-bottom:1px solid var(--tn-line);text-decoration:none}
.list a:hover{background:var(--tn-hover)}.list a[aria-current]{background:var(--tn-selected)}
.list b{grid-column:1/-1;font-weight:500;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.list time{font-size:12px;color:var(--tn-ink-3);white-space:nowrap}
.list span{font-size:12px;color:var(--tn-ink-3);overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.mail{display:flex;flex-direction:column;gap:16px;padding:20px;min-width:0}
.mail header{display:grid;gap:4px}.mail header p{font-size:13px;color:var(--tn-ink-2);overflow-wrap:anywhere}
.back{display:none}
.as{display:inline-flex;align-self:flex-start;gap:1px;padding:2px;border:0;margin:0;border-radius:8px;background:var(--tn-sunken)}
.as legend{position:absolute;clip-path:inset(50%)}
.as label{padding:0 12px;border-radius:6px;font-size:12px;font-weight:500;line-height:28px;color:var(--tn-ink-2);cursor:pointer}
.as input{position:absolute;opacity:0}.as label:has(:checked){background:var(--tn-raised);color:var(--tn-ink);box-shadow:0 0 0 1px var(--tn-line)}
.as label:has(:focus-visible){outline:2px solid var(--tn-focus);outline-offset:2px}
.mail iframe{flex:1;width:100%;min-height:640px;border:0;border-radius:12px;box-shadow:var(--tn-shadow-card);background:var(--tn-canvas)}
.mail pre{display:none;margin:0;padding:20px;border-radius:12px;box-shadow:var(--tn-shadow-card);background:var(--tn-surface);font:400 13px/20px var(--tn-font-mono);white-space:pre-wrap;overflow-wrap:anywhere}
.mail:has(#as-text:checked) iframe{display:none}.mail:has(#as-text:checked) pre{display:block}
.links{display:grid;gap:4px;font-size:13px;list-style:none;overflow-wrap:anywhere}
.empty{padding:48px 20px;text-align:center;color:var(--tn-ink-2);text-wrap:balance}
@media(max-width:760px){
.split{display:block}.list{border:0}.list a{padding:14px 16px}
.reading .list{display:none}.choosing .mail{display:none}
.back{display:block}.back a{display:inline-block;padding:12px 0}.mail{padding:4px 16px 24px}.bar{padding:12px 16px}.as label{line-height:40px}
}
`
