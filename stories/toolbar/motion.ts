/**
 * Lets somebody feel reduced motion without changing their system: every stylesheet's `prefers-reduced-motion`, and every
 * script that asks for it, hears what the toolbar says. No rule is written twice, and the product knows nothing of it.
 */
export const motions = ['auto', 'reduced', 'full'] as const
export type Motion = (typeof motions)[number]

/** A media query as it is answered under `motion`: a feature that is decided becomes `all` or `not all`. */
export function under(motion: Motion, query: string): string {
  if (motion === 'auto') return query
  const answer = (isMet: boolean) => (isMet ? '(min-width: 0)' : '(max-width: -1px)')
  return query
    .replace(/\(prefers-reduced-motion:\s*no-preference\)/g, answer(motion === 'full'))
    .replace(/\(prefers-reduced-motion(:\s*reduce)?\)/g, answer(motion === 'reduced'))
}

const written = new WeakMap<MediaList, string>()
const ask = globalThis.matchMedia?.bind(globalThis)

/** Until the next call. Stylesheets that come later are heard of, too; stop with what it answers. */
export function setMotion(motion: Motion, page: Document): () => void {
  const apply = () => {
    for (const sheet of page.styleSheets) each(sheet.cssRules, motion)
  }
  apply()
  globalThis.matchMedia = (query) => ask(under(motion, query))
  const later = new MutationObserver(apply)
  later.observe(page.head, { childList: true, subtree: true })
  return () => later.disconnect()
}

function each(rules: CSSRuleList, motion: Motion): void {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) write(rule.media, motion)
    // a rule of style may hold others, too
    if ('cssRules' in rule) each(rule.cssRules as CSSRuleList, motion)
  }
}

/** What the sheet said first is kept, so that every choice starts from it. */
function write(media: MediaList, motion: Motion): void {
  const first = written.get(media) ?? media.mediaText
  if (!first.includes('prefers-reduced-motion')) return
  written.set(media, first)
  const wanted = under(motion, first)
  if (media.mediaText !== wanted) media.mediaText = wanted
}
