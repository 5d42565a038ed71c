/** The look of the demo product site. Its own on purpose: nothing here is Tenure's but the frame in the middle. */
export const demoStyle = `
@font-face{font-family:"Inter Variable";src:url(/inter.woff2) format("woff2");font-weight:100 900;font-display:swap}
:root{color-scheme:light dark;
--ink:light-dark(#17152e,#efeef9);--soft:light-dark(#55526f,#b3b0cb);--back:light-dark(#f7f6fc,#100f1a);--paper:light-dark(#ffffff,#1a1928);
--line:light-dark(#e4e1f2,#2d2b40);--brand:light-dark(#4338ca,#a5a0ff);--wash:light-dark(#ebe8fd,#1d1a35);--warm:light-dark(#ffe9c7,#3a2c12);
--lift:0 0 0 1px light-dark(#17152e12,#ffffff14),0 24px 48px -20px light-dark(#2a217a40,#000000d0),0 4px 12px light-dark(#17152e0d,#00000080)}
*{box-sizing:border-box}
body{margin:0;font:400 16px/26px "Inter Variable",system-ui,sans-serif;font-optical-sizing:auto;color:var(--ink);background:radial-gradient(900px 520px at 82% -80px,var(--wash),transparent) no-repeat,var(--back);-webkit-font-smoothing:antialiased}
h1,h2,p,ul,figure{margin:0;padding:0}ul{list-style:none}a{color:var(--brand);font-weight:500;text-underline-offset:3px}
:focus-visible{outline:2px solid var(--brand);outline-offset:3px;border-radius:4px}
header,main,footer{max-width:1120px;margin:0 auto;padding-inline:24px}
header{display:flex;align-items:center;gap:10px;padding-block:24px}
header svg{width:28px;height:28px;color:var(--brand)}header b{font-weight:650;font-size:17px;letter-spacing:-.015em}
header a{margin-inline-start:auto;padding:8px 0;font-size:15px;text-decoration:none}header a:hover{text-decoration:underline}
main{display:grid;grid-template-columns:minmax(0,1fr) 400px;grid-template-rows:auto 1fr;gap:40px 72px;padding-block:48px 88px;align-items:start}
h1{font-size:clamp(38px,4.9vw,58px);line-height:1.06;font-weight:680;letter-spacing:-.034em;margin-bottom:20px;text-wrap:balance}
.lead{font-size:18px;line-height:30px;color:var(--soft);max-width:44ch;text-wrap:pretty}
.sign-up{grid-area:1/2/3/3;overflow:hidden;border-radius:20px;background:var(--paper);box-shadow:var(--lift)}
.sign-up tenure-flow{display:block;min-height:484px}
.notes{position:relative;display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:14px;max-width:560px}
.notes p{padding:16px 18px;border-radius:14px;background:var(--paper);box-shadow:0 0 0 1px var(--line);font-size:14px;line-height:21px;color:var(--soft)}
.notes b{display:block;margin-bottom:2px;font-weight:600;color:var(--ink)}.notes mark{background:var(--warm);color:inherit;border-radius:3px;padding:0 2px}
.notes .asked{grid-column:1/-1;display:flex;gap:10px;align-items:center;border-radius:999px;color:var(--ink)}
.notes .asked::before{content:"";flex:none;width:12px;height:12px;border-radius:50%;box-shadow:inset 0 0 0 2px var(--brand),5px 5px 0 -4px var(--brand)}
.facts{border-top:1px solid var(--line)}.facts ul{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:32px;padding-block:40px 24px}
.facts h2{font-size:15px;line-height:24px;font-weight:600}.facts p{font-size:15px;line-height:24px;color:var(--soft);text-wrap:pretty}
footer>p{padding-block:0 32px;font-size:13px;line-height:20px;color:var(--soft)}
@media(max-width:900px){
main{grid-template-columns:minmax(0,1fr);grid-template-rows:none;gap:32px;padding-block:16px 48px}
.sign-up{grid-area:auto;width:100%;max-width:440px}.facts ul{grid-template-columns:minmax(0,1fr);gap:20px}
}
@media(max-width:480px){header,main,footer{padding-inline:16px}.notes{grid-template-columns:minmax(0,1fr)}.notes .asked{border-radius:14px}}
`
