import { afterEach, describe, expect, it, vi } from 'vitest'
import { readPage, takeResumeToken } from './page.ts'

afterEach(() => void vi.unstubAllGlobals())

const pageWith = (dataset: Record<string, string> | null, lang = '') =>
  ({ querySelector: () => dataset && { dataset }, documentElement: { lang } }) as unknown as Document

describe('what the server wrote into the page', () => {
  it('says under which key it stands, in which language, and who may hold it', () => {
    expect(readPage(pageWith({ key: 'pk_demo', origins: 'https://a.example https://b.example' }, 'de-AT'))).toEqual({
      embeddingKey: 'pk_demo',
      locale: 'de-AT',
      origins: ['https://a.example', 'https://b.example'],
    })
  })

  it('may be missing: then nobody may hold it', () => {
    expect(readPage(pageWith(null))).toEqual({ embeddingKey: '', locale: 'en', origins: [] })
    expect(readPage(pageWith({ key: 'pk_1', origins: '' })).origins).toEqual([])
  })
})

describe('a mailed link', () => {
  it('leaves its token on the shelf and takes it out of the address and the history', () => {
    const kept: unknown[] = []
    const shown: string[] = []
    vi.stubGlobal('location', { href: 'https://tenure.test/signup?key=pk_1&resume=token-1#top' })
    vi.stubGlobal('history', { replaceState: (_s: unknown, _t: unknown, url: URL) => shown.push(url.href) })
    takeResumeToken({ read: () => null, write: (token) => void kept.push(token) })
    expect(kept).toEqual(['token-1'])
    expect(shown).toEqual(['https://tenure.test/signup?key=pk_1#top'])
  })

  it('without a token leaves everything as it is', () => {
    const kept: unknown[] = []
    vi.stubGlobal('location', { href: 'https://tenure.test/signup?resume=' })
    takeResumeToken({ read: () => 'kept', write: (token) => void kept.push(token) })
    expect(kept).toEqual([])
  })
})
