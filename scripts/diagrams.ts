/** `npm run diagrams`: draws every chart and writes its stories anew. They are committed; a test fails when one is not true. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import { root } from './child.ts'
import { pictures } from './pictures.ts'
import { storyFiles } from './story-files.ts'

for (const { path, text } of [...(await pictures()), ...storyFiles()]) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  console.log(relative(root, path))
}
