import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './child.ts'
import { pictures } from './pictures.ts'
import { storyFiles } from './story-files.ts'

describe('what is written from the charts', () => {
  it.each([...pictures(), ...storyFiles()].map((picture) => [relative(root, picture.path), picture] as const))(
    '%s is what the chart says',
    (_, { path, text }) => {
      expect(readFileSync(path, 'utf8'), 'Run `npm run diagrams` and commit what it writes.').toBe(text)
    },
  )
})
