/**
 * How the form and the dialog look: the product's tokens where the page has them, the same values where it has not, and
 * above both what `appearance` says.
 */
import type { Appearance } from '@stripe/stripe-js'

const pair = (token: string, light: string, dark: string) => `var(--tn-${token}, light-dark(${light}, ${dark}))`

const colours = `
--p-primary:${pair('focus', '#0b6b4f', '#6ad3ad')};--p-fill:${pair('accent', '#0b6b4f', '#43bd92')};--p-fill-hover:${pair('accent-hover', '#085740', '#5ccda5')};
--p-on-fill:${pair('on-accent', '#ffffff', '#03150d')};--p-background:${pair('surface', '#ffffff', '#141817')};--p-text:${pair('ink', '#131916', '#edf2ef')};
--p-text-2:${pair('ink-2', '#47514c', '#aeb8b3')};--p-text-3:${pair('ink-3', '#626c67', '#8c9792')};--p-danger:${pair('problem-ink', '#9c2b15', '#f79a85')};
--p-line:${pair('line-control', '#87918c', '#6d7873')};--p-raised:${pair('raised', '#ffffff', '#1b201e')};--p-scrim:${pair('scrim', '#13191666', '#000000a6')};
--p-font:var(--tn-font, system-ui, sans-serif);--p-radius:8px;--p-gap:16px`

/** Shared by the form and the dialog. */
export const base = `
:host{all:initial;display:block;color-scheme:inherit;${colours}}
*{box-sizing:border-box;margin:0}
.root{font:400 14px/20px var(--p-font);color:var(--p-text);-webkit-font-smoothing:antialiased}`

export const formLook = `${base}
.form{display:grid;grid-template-columns:1fr 1fr;gap:var(--p-gap) 12px}
.field{display:grid;gap:6px;min-width:0;align-content:start}.field.wide{grid-column:1/-1}
label{font-size:13px;line-height:16px;font-weight:500}
.box{position:relative;display:grid}
input{width:100%;min-width:0;height:44px;padding:0 12px;border:0;border-radius:var(--p-radius);background:var(--p-background);color:inherit;font:400 16px/24px var(--p-font);
  font-variant-numeric:tabular-nums;direction:ltr;text-align:start;box-shadow:inset 0 0 0 1px var(--p-line);appearance:none;transition:box-shadow .12s}
:host(:dir(rtl)) input{text-align:right}
input::placeholder{color:var(--p-text-3);opacity:1}
input:focus{outline:2px solid transparent;box-shadow:inset 0 0 0 1.5px var(--p-primary),0 0 0 3px color-mix(in oklab,var(--p-primary) 18%,transparent)}
input[aria-invalid=true]{box-shadow:inset 0 0 0 1.5px var(--p-danger)}
input:disabled{opacity:.6}
#number{padding-inline-end:96px}
.brand{position:absolute;inset-block:0;inset-inline-end:12px;display:flex;align-items:center;font-size:12px;line-height:16px;font-weight:500;color:var(--p-text-2);pointer-events:none}
.error{font-size:12px;line-height:16px;color:var(--p-danger)}.error:empty{display:none}
.note{grid-column:1/-1;font-size:12px;line-height:16px;color:var(--p-text-3);text-wrap:pretty}
@media(prefers-reduced-motion:reduce){input{transition:none}}`

export const dialogLook = `${base}
dialog{margin:auto;width:min(400px,calc(100vw - 32px));padding:24px;border:0;border-radius:12px;background:var(--p-raised);color:inherit;box-shadow:0 0 0 1px color-mix(in oklab,var(--p-text) 12%,transparent),0 24px 48px -16px #0006}
dialog::backdrop{background:var(--p-scrim)}
h2{font-size:20px;line-height:28px;letter-spacing:-.018em;font-weight:600}
p{margin-top:4px;color:var(--p-text-2);text-wrap:pretty}
.actions{display:grid;grid-template-columns:1fr 1fr;gap:8px;margin-top:20px}
button{height:44px;border:0;border-radius:var(--p-radius);background:var(--p-fill);color:var(--p-on-fill);font:500 14px/20px var(--p-font);cursor:pointer}
button:hover{background:var(--p-fill-hover)}
button.quiet{background:none;color:var(--p-text);box-shadow:inset 0 0 0 1px var(--p-line)}button.quiet:hover{background:color-mix(in oklab,var(--p-text) 6%,transparent)}
button:focus-visible{outline:2px solid var(--p-primary);outline-offset:2px}
button:disabled{opacity:.6;cursor:default}`

/** Which of Stripe's appearance variables mean what here. The rest is read and not used. */
const variables: Readonly<Record<string, string>> = {
  colorPrimary: '--p-primary',
  colorBackground: '--p-background',
  colorText: '--p-text',
  colorTextSecondary: '--p-text-2',
  colorTextPlaceholder: '--p-text-3',
  colorDanger: '--p-danger',
  fontFamily: '--p-font',
  borderRadius: '--p-radius',
  gridRowSpacing: '--p-gap',
}

/** Source: Stripe docs, "Elements Appearance API" (themes, variables). Without a theme the page's own scheme decides. */
export function applyAppearance(host: HTMLElement, appearance: Appearance | undefined): void {
  const { theme, variables: asked } = appearance ?? {}
  if (theme !== undefined) host.style.colorScheme = theme === 'night' ? 'dark' : 'light'
  else host.style.removeProperty('color-scheme')
  for (const [name, property] of Object.entries(variables)) {
    const value: unknown = asked?.[name as keyof typeof asked]
    if (typeof value === 'string') host.style.setProperty(property, value)
    else host.style.removeProperty(property)
  }
}

/** A sheet of its own for a shadow tree: the page's content policy has nothing to say about it. */
export function adopt(shadow: ShadowRoot, text: string): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  shadow.adoptedStyleSheets = [sheet]
}
