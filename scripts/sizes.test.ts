import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sizes } from './sizes.ts'

describe('the size check', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tenure-sizes-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const manifest = (entry: object, more: object = { 'payment/Payment.tsx': payment }) =>
    write(
      'frame/.vite/manifest.json',
      JSON.stringify({
        'main.tsx': { file: 'a.js', isEntry: true, ...entry },
        '_b.js': { file: 'b.js' },
        'onboarding/LaterScreen.tsx': { file: 'later.js', imports: ['main.tsx'] },
        ...more,
      }),
    )

  const payment = { file: 'pay.js', imports: ['main.tsx', 'onboarding/LaterScreen.tsx'] }

  it('fails when there is nothing to measure', () => {
    expect(() => sizes(folder)).toThrow('missing')
    manifest({})
    expect(() => sizes(folder)).toThrow('missing')
    write('loader/embed.js', 'x')
    write('frame/a.js', 'x')
    expect(() => sizes(folder)).toThrow('pay.js')
    write('frame/pay.js', 'x')
    expect(() => sizes(folder)).toThrow('frame style')
    write('frame/a.css', 'x')
    manifest({ css: ['a.css'] })
    expect(() => sizes(folder)).toThrow('leaving')
  })

  it('fails when the payment step is not a piece of its own', () => {
    manifest({ css: ['a.css'] }, {})
    for (const file of ['loader/embed.js', 'frame/a.js', 'frame/a.css']) write(file, 'x')
    expect(() => sizes(folder)).toThrow("'payment step script'")
  })

  it('counts what the entry imports, and not what comes later', () => {
    manifest({ imports: ['_b.js'], dynamicImports: ['_c.js'], css: ['a.css'] })
    for (const file of ['loader/embed.js', 'frame/a.js', 'frame/b.js', 'frame/pay.js', 'frame/a.css']) write(file, 'x')
    write('leaving/.vite/manifest.json', JSON.stringify({ 'leaving/main.tsx': { file: 'l.js', isEntry: true } }))
    write('leaving/l.js', 'x')
    write('portal/index.html', '<script src="/portal/assets/p.js"></script><link href="/portal/assets/q.js">')
    for (const file of ['portal/assets/p.js', 'portal/assets/q.js']) write(file, 'x')
    expect(sizes(folder).map(({ what, files }) => [what, files.length])).toEqual([
      ['embed.js', 1],
      ['frame script to the first step', 2],
      ['payment step script', 1],
      ['frame style', 1],
      ['leaving script to the first step', 1],
      ['portal script to the first page', 2],
    ])
  })
})
