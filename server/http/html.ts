/** Small pages written by the server. `html` escapes every value; only what was made by `html` itself goes in as it is. */

export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
  toString() {
    return this.text
  }
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
export const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign]!)

type Value = string | number | Html | readonly Html[] | null
const shown = (value: Value): string => {
  if (value === null) return ''
  if (value instanceof Html) return value.text
  // of a list, too, only what `html` made goes in as it is: its type is a promise a request has not given
  return Array.isArray(value) ? value.map(shown).join('') : escape(String(value))
}

export const html = (parts: TemplateStringsArray, ...values: Value[]): Html =>
  new Html(parts.reduce((text, part, index) => text + shown(values[index - 1] ?? null) + part))

export interface Page {
  readonly title: string
  readonly lang?: string
  readonly head?: Html
  readonly body: Html
}

export const page = ({ title, lang = 'en', head = html``, body }: Page): string => {
  const written = html`<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><title>${title}</title><link rel="icon" href="/assets/mark.svg" type="image/svg+xml">${head}</head><body>${body}</body></html>`
  return `<!doctype html>${written.text}`
}
