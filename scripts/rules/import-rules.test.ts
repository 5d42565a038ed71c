import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allowed, type Planted, violations } from './violations.ts'

interface Report {
  filename: string
  message: string
  help?: string
}

const root = resolve(import.meta.dirname, '../..')
const garden = mkdtempSync(join(tmpdir(), 'tenure-import-rules-'))
let reports: Map<string, string>

beforeAll(() => {
  reports = lint([...violations, ...allowed])
}, 60_000)
afterAll(() => rmSync(garden, { recursive: true }))

describe('import rules', () => {
  it.each(violations)('$rule reports $file', ({ rule, file }) => {
    expect(reports.get(file) ?? 'nothing reported').toContain(`${rule}: `)
  })

  it.each(allowed)('let $file be', ({ file }) => {
    expect(reports.get(file)).toBeUndefined()
  })
})

/** Plants the files under a copy of our configuration and gives oxlint's words by file. */
function lint(files: readonly Planted[]): Map<string, string> {
  cpSync(join(root, '.oxlintrc.json'), join(garden, '.oxlintrc.json'))
  for (const { file, code } of files) {
    mkdirSync(dirname(join(garden, file)), { recursive: true })
    writeFileSync(join(garden, file), code)
  }
  const oxlint = join(root, 'node_modules/.bin/oxlint')
  const { stdout, stderr } = spawnSync(oxlint, ['--format', 'json'], { cwd: garden, encoding: 'utf8' })
  if (!stdout.startsWith('{')) throw new Error(`oxlint did not report: ${stdout}${stderr}`)
  return byFile(JSON.parse(stdout).diagnostics)
}

function byFile(found: readonly Report[]): Map<string, string> {
  const words = new Map<string, string>()
  for (const { filename, message, help } of found)
    words.set(filename, `${words.get(filename) ?? ''}${message} ${help ?? ''}\n`)
  return words
}
