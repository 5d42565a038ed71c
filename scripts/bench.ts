/**
 * `npm run bench`: the figures of the README. Prints a table and writes `bench/results.json`.
 * `-- --seconds N` measures each row for N seconds (default 5); `-- --fresh-clone` also times a start with nothing installed.
 */
import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { inProcess } from '../bench/engine.ts'
import { largeExport } from '../bench/export.ts'
import { floor } from '../bench/floor.ts'
import { flowMapTimes } from '../bench/flow-map.ts'
import { bareHttp, emptyEcho } from '../bench/http.ts'
import { wholeLives } from '../bench/lives.ts'
import type { Measured } from '../bench/measure.ts'
import { pageTimes } from '../bench/pages.ts'
import { pictureTimes } from '../bench/pictures.ts'
import { productTrpc } from '../bench/product.ts'
import { paidSignUps, paidSteps } from '../bench/paid-sign-ups.ts'
import { signUps } from '../bench/sign-ups.ts'
import { freshStart, laterStart } from '../bench/starts.ts'
import { timeTravel } from '../bench/time-travel.ts'
import { BATCH, usageRecords } from '../bench/usage.ts'
import { webhooks } from '../bench/webhooks.ts'
import { buildIfStale } from './build.ts'
import { root } from './child.ts'
import { sizes } from './sizes.ts'

const asked = process.argv.indexOf('--seconds')
const seconds = asked > 0 ? Number(process.argv[asked + 1]) : 5
const CLIENTS = [1, 16, 64]

const rows: [string, (clients: number, seconds: number) => Promise<Measured>][] = [
  ['same bytes, no engine', floor],
  ['engine, in process', inProcess],
  ['engine, bare HTTP', bareHttp],
  ['empty tRPC echo', emptyEcho],
  ['product, tRPC', productTrpc],
]

await buildIfStale()
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`
console.log(`${machine}\nDurable events per second (p50 / p99 in ms), ${seconds} s each:\n`)

const events: Record<string, Record<string, Measured>> = {}
console.log(
  ['', ...CLIENTS.map((clients) => `${clients} client${clients > 1 ? 's' : ''}`)]
    .map((cell) => cell.padEnd(26))
    .join(''),
)
for (const [name, run] of rows) {
  const results: Record<string, Measured> = {}
  for (const clients of CLIENTS) results[clients] = await run(clients, seconds)
  events[name] = results
  console.log([name, ...Object.values(results).map(cellOf)].map((cell) => cell.padEnd(26)).join(''))
}

const whole = await signUps(16, 15)
console.log(
  `\nWhole sign-ups: ${whole.perSecond.toFixed(1)}/s at 16 at once (p50 ${whole.p50Ms.toFixed(0)} ms, p99 ${whole.p99Ms.toFixed(0)} ms)`,
)

const paid = await paidSignUps(16, 10)
console.log(
  `Whole paid sign-ups: ${paid.perSecond.toFixed(1)}/s at 16 at once; p99 ${paidSteps.map((step) => `${step} ${paid.p99Ms[step]} ms`).join(', ')}`,
)

const hooks = await webhooks(5000)
console.log(
  `Webhooks: ${hooks.deliveries.toLocaleString('en')} deliveries, 30 % repeats, shuffled: all applied in ${hooks.seconds.toFixed(1)} s (${hooks.perSecond.toFixed(0)}/s)`,
)

const usage = await usageRecords(16, seconds)
console.log(
  `Usage records: ${Math.round(usage.perSecond).toLocaleString('en')}/s in batches of ${BATCH}, 16 workspaces at once (p50 ${usage.p50Ms.toFixed(1)} ms, p99 ${usage.p99Ms.toFixed(1)} ms a batch)`,
)

const lives = await wholeLives(8, 3)
console.log(
  `Whole lives: ${lives.perSecond.toFixed(2)}/s, ${lives.lives} of them, 8 at once (p99 from the first keystroke to the close ${lives.p99Ms} ms)`,
)

const GIGABYTE = 1e9
const file = largeExport(GIGABYTE)
console.log(
  `Export of a workspace of ${(file.workspaceBytes / 1e9).toFixed(1)} GB: ${(file.workspaceBytes / 1e6 / file.seconds).toFixed(0)} MB/s, ${file.seconds.toFixed(1)} s, at most ${Math.round(file.rss / 1e6)} MB of memory`,
)

const map = await flowMapTimes()
const { slowest: hardest } = map
console.log(
  `Flow map over ${map.actors.toLocaleString('en')} actors and ${map.moves.toLocaleString('en')} moves in ${map.days} days: slowest of ${map.asked.length} questions, ${map.calls} calls each: ${hardest.question} of ${hardest.flow}, p50 ${hardest.p50Ms.toFixed(0)} ms, p95 ${hardest.p95Ms.toFixed(0)} ms`,
)

const travel = await timeTravel()
console.log(
  `Time travel over ${travel.lines.toLocaleString('en')} lines: to any moment p50 ${travel.moment.p50Ms.toFixed(0)} ms, p99 ${travel.moment.p99Ms.toFixed(0)} ms; with the 500 lines around it p50 ${travel.page.p50Ms.toFixed(0)} ms, p99 ${travel.page.p99Ms.toFixed(0)} ms`,
)

const painted = await pageTimes()
const slowest = painted.toSorted((a, b) => b.lcpMs - a.lcpMs)[0]!
console.log(
  `Largest paint of ${painted.length} portal pages: ${painted.map(({ page, lcpMs }) => `${page} ${lcpMs}`).join(', ')} ms; the slowest is ${slowest.page} with ${slowest.lcpMs} ms`,
)

const drawn = await pictureTimes()
for (const { picture, ms, withinMs } of drawn)
  console.log(`Picture of ${picture} up to its second frame: best ${ms[0]!.toFixed(0)} ms of ${withinMs}`)

const weighed = sizes()
for (const { what, bytes, budget } of weighed)
  console.log(`${what}: ${(bytes / 1024).toFixed(2)} KiB gzip of ${(budget / 1024).toFixed(1)}`)

const later = await laterStart()
console.log(`npm start, everything built: ${later.toFixed(1)} s`)
const fresh = process.argv.includes('--fresh-clone') ? await freshStart() : null
if (fresh !== null) console.log(`npm start, fresh clone: ${fresh.toFixed(1)} s`)

const results = {
  at: new Date().toISOString(),
  machine,
  seconds,
  events,
  signUps: whole,
  paidSignUps: paid,
  webhooks: hooks,
  usage,
  lives,
  export: file,
  flowMap: map,
  timeTravel: travel,
  pages: painted,
  pictures: drawn,
  sizes: weighed.map(({ what, bytes, budget }) => ({ what, bytes, budget })),
  startSeconds: { later, fresh },
}
writeFileSync(join(root, 'bench', 'results.json'), `${JSON.stringify(results, null, 2)}\n`)

function cellOf({ perSecond, p50Ms, p99Ms }: Measured): string {
  return `${Math.round(perSecond).toLocaleString('en')} (${p50Ms.toFixed(2)} / ${p99Ms.toFixed(2)})`
}
