/** The stages of `npm test`: what each runs and how its outcome is counted. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { resolveChromium } from './chromium.ts'
import { runTool } from './child.ts'

/** How many checks passed and failed. A tool counts as one check, a test run as its tests. */
export interface Outcome {
  readonly passed: number
  readonly failed: number
}

/** One stage. `run` never throws for a check that failed; what it throws counts as one failure. */
export interface Stage {
  readonly name: string
  readonly run: () => Promise<Outcome>
}

/** In order: what is quick to fail comes first, and journeys need the build. */
export const stages: readonly Stage[] = [
  { name: 'typecheck', run: () => tool('tsc', '--noEmit') },
  { name: 'lint', run: () => tool('oxlint', '--type-aware') },
  { name: 'format', run: () => tool('biome', 'format') },
  { name: 'unit', run: () => tests('unit') },
  { name: 'build', run: () => tool('node', 'scripts/build.ts') },
  { name: 'stories', run: () => browserTests('storybook') },
  { name: 'journeys', run: () => browserTests('e2e') },
]

async function tool(command: string, ...args: string[]): Promise<Outcome> {
  const code = await runTool(command, args)
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }
}

/** The browser is looked for here, so that the one found also reaches processes the tests start. */
async function browserTests(project: string): Promise<Outcome> {
  return await tests(project, { CHROMIUM_PATH: await resolveChromium() })
}

async function tests(project: string, env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-test-'))
  const file = join(folder, 'report.json')
  try {
    const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const code = await runTool('vitest', args, env)
    return countTests(readReport(file), code)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The part of vitest's JSON report that is counted. */
export interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[]
}

/**
 * Counts a test run. A file that could not even be loaded counts as one failure, and so does a run that says it failed
 * without naming a test, and one in which no test ran: silence is not success.
 */
export function countTests(report: Report | null, exitCode: number): Outcome {
  if (!report) return { passed: 0, failed: 1 }
  const { numPassedTests: passed, numFailedTests, testResults } = report
  const unloaded = testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.length)
  const failed = numFailedTests + unloaded.length
  const isSilent = failed === 0 && (exitCode !== 0 || passed === 0)
  return { passed, failed: isSilent ? 1 : failed }
}

function readReport(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
