/**
 * The colours of a mail. Mail programs know no custom properties, so the design tokens stand here as plain values; the
 * dark ones come through a style sheet, for the programs that read one.
 */
export const light = {
  canvas: '#f6f7f6',
  surface: '#ffffff',
  line: '#e2e6e4',
  lineStrong: '#cbd2ce',
  lineControl: '#87918c',
  ink: '#131916',
  ink2: '#47514c',
  ink3: '#626c67',
  accent: '#0b6b4f',
  accentSoft: '#e2f1ea',
  accentInk: '#0a6048',
  onAccent: '#ffffff',
} as const

type Colours = Record<keyof typeof light, string>

const dark: Colours = {
  canvas: '#0c0f0e',
  surface: '#141817',
  line: '#262d2a',
  lineStrong: '#3a4340',
  lineControl: '#6d7873',
  ink: '#edf2ef',
  ink2: '#aeb8b3',
  ink3: '#8c9792',
  accent: '#43bd92',
  accentSoft: '#11291f',
  accentInk: '#6ad3ad',
  onAccent: '#03150d',
}

/** `important`, because the light colours are inline. Body and card keep theirs on a cell inside. */
export const darkSheet = `
@media (prefers-color-scheme: dark) {
  .canvas, .canvas > table > tbody > tr > td { background: ${dark.canvas} !important }
  .card { background: ${dark.surface} !important; border-color: ${dark.line} !important }
  .ink { color: ${dark.ink} !important }
  .ink2 { color: ${dark.ink2} !important }
  .ink3 { color: ${dark.ink3} !important }
  .mark { color: ${dark.accent} !important }
  .link { color: ${dark.accentInk} !important }
  .code { background: ${dark.accentSoft} !important; color: ${dark.accentInk} !important }
  .button { background: ${dark.accent} !important; color: ${dark.onAccent} !important }
  .rule { border-color: ${dark.line} !important }
  .done { background: ${dark.accent} !important; border-color: ${dark.accent} !important }
  .here { border-color: ${dark.accent} !important }
  .next { border-color: ${dark.lineControl} !important }
  .path { background: ${dark.lineStrong} !important }
}
@media (max-width: 520px) {
  .canvas > table > tbody > tr > td { padding: 12px !important }
  .card > tbody > tr > td { padding: 24px 20px !important }
}
`

export const sans = "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
export const mono = "'Geist Mono', ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace"
