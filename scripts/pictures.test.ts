import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { root } from './child.ts'
import { pictures } from './pictures.ts'
import { storyFiles } from './story-files.ts'

const written = [...(await pictures()), ...storyFiles()].map((file) => [relative(root, file.path), file] as const)

describe('what is written from the charts', () => {
  it.each(written)('%s is what the chart says', (_, { path, text }) => {
    expect(readFileSync(path, 'utf8'), 'Run `npm run diagrams` and commit what it writes.').toBe(text)
  })

  it.each(written.filter(([path]) => path.endsWith('.picture.json')))('%s is small to load', (_, { text }) => {
    expect(gzipSync(text).length).toBeLessThanOrEqual(6 * 1024)
  })
})
