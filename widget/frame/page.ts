/** What the server wrote into the page, and what a mailed link brought along. */
import type { TokenShelf } from '../client/shelf.ts'

export interface PageSettings {
  readonly embeddingKey: string
  readonly locale: string
  readonly origins: readonly string[]
}

/** Read from `<meta name="tenure" data-…>`; a page without it is a mistake of ours. */
export function readPage(page: Document): PageSettings {
  const meta = page.querySelector<HTMLMetaElement>('meta[name="tenure"]')
  const { key = '', origins = '' } = meta?.dataset ?? {}
  return { embeddingKey: key, locale: page.documentElement.lang || 'en', origins: origins.split(' ').filter(Boolean) }
}

/** A reminder's link carries a resume token: it is kept, and at once taken out of the address and the history. */
export function takeResumeToken(shelf: TokenShelf): void {
  const address = new URL(location.href)
  const token = address.searchParams.get('resume')
  if (!token) return
  shelf.write(token)
  address.searchParams.delete('resume')
  history.replaceState(null, '', address)
}
