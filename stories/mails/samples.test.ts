import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mailClasses } from '../../machines/vocabulary/notices.ts'
import { samples } from './samples.ts'
import { write } from './write.ts'
import { storyFiles } from '../../scripts/story-files.ts'

const written = storyFiles()
  .filter(({ path }) => path.includes('/mails/'))
  .map(({ path }) => readFileSync(path, 'utf8'))
  .join('')

describe('the stories of the mails', () => {
  it.each(Object.keys(mailClasses))('show a %s', (kind) => {
    const names = samples.filter(({ template }) => template === kind).map(({ name }) => name)
    expect(names).not.toEqual([])
    for (const name of names) expect(written).toContain(`moment: '${name}'`)
  })

  it('read each in its own way, and have a name of their own', async () => {
    const texts = await Promise.all(samples.map(async (sample) => (await write(sample)).text))
    expect(new Set(texts).size).toBe(samples.length)
    expect(new Set(samples.map(({ name }) => name)).size).toBe(samples.length)
  })

  it('are of mails that can be stopped, where they can', async () => {
    const stopped = await Promise.all(samples.map(async (one) => [one.template, (await write(one)).text] as const))
    const kinds = stopped.filter(([, text]) => /unsubscribe/.test(text)).map(([kind]) => kind)
    expect([...new Set(kinds)].sort()).toEqual([
      'integrationBroken',
      'invitationAnswered',
      'reminder',
      'usage',
      'welcome',
    ])
  })
})
