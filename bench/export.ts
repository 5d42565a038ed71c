/** An export of a workspace of a gigabyte, written by a process of its own. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Exported } from './export-run.ts'

export function largeExport(bytes: number): Exported {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-bench-'))
  const run = (task: string) =>
    execFileSync(process.execPath, [join(import.meta.dirname, 'export-run.ts'), task, folder, String(bytes)], {
      encoding: 'utf8',
    })
  try {
    run('make')
    return JSON.parse(run('write')) as Exported
  } finally {
    rmSync(folder, { recursive: true })
  }
}
