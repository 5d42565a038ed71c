/**
 * `npm test`: every check there is, each stage even after one that failed. Ends with the line `N passed, N failed` and
 * an exit code to match. `npm test -- lint unit` runs only the stages named.
 */
import { type Outcome, type Stage, stages } from './stages.ts'

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !stages.some((stage) => stage.name === name))
if (unknown.length > 0) {
  console.error(`There is no stage ${unknown.join(', ')}. There are: ${stages.map(({ name }) => name).join(', ')}.`)
  process.exit(1)
}

const lines: string[] = []
let passed = 0
let failed = 0
for (const stage of stages.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  console.log(`\n── ${stage.name} ──`)
  const began = performance.now()
  const outcome = await attempt(stage)
  passed += outcome.passed
  failed += outcome.failed
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  lines.push(`${stage.name.padEnd(10)} ${seconds.padStart(7)} s  ${outcome.passed} passed, ${outcome.failed} failed`)
}
console.log(`\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

async function attempt(stage: Stage): Promise<Outcome> {
  try {
    return await stage.run()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1 }
  }
}
