// Entry point of every npm script. Plain JS without dependencies, because on a fresh clone
// nothing is installed and the machine's Node may be too old for the project.
import { spawn } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [task, ...rest] = process.argv.slice(2)
if (!task || !existsSync(join(root, 'scripts', `${task}.ts`))) {
  console.error(`There is no script '${task ?? ''}': see "scripts" in package.json.`)
  process.exit(1)
}

const installed = join(root, 'node_modules/.package-lock.json')
const lock = join(root, 'package-lock.json')
const isStale = !existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs
// `--include=dev` because everything we run is built here, whatever NODE_ENV says.
if (isStale) await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
// From here `node` is the lock file's Node 24, even when this file was not started through npm.
await run('node', ['scripts/check-node.mjs', task])
await run('node', [`scripts/${task}.ts`, ...rest])

/** Runs to its end and ends with it when it failed. A signal meant for us is passed on, so that it may stop cleanly. */
function run(command, args) {
  const PATH = `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`
  // what was compiled once is not compiled again at the next start: a third of its time
  const NODE_COMPILE_CACHE = process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules/.cache/compile')
  const env = { ...process.env, PATH, NODE_COMPILE_CACHE }
  const child = spawn(command, args, { cwd: root, env, stdio: 'inherit', shell: process.platform === 'win32' })
  const stopFollowing = follow(child)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      stopFollowing()
      if (code === 0) resolve()
      // 128 + the signal's number, as a shell would say it; only these two are expected
      else process.exit(code ?? (signal === 'SIGINT' ? 130 : 143))
    })
  })
}

/**
 * Passes on every signal we get. npm passes its own only as far as the shell between us, which dies of it without a
 * word to us: so under npm the loss of our parent counts as a SIGTERM.
 */
function follow(child) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  const pass = (signal) => child.kill(signal)
  for (const signal of signals) process.on(signal, pass)
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event === undefined || process.ppid === parent) return
    clearInterval(watch)
    child.kill('SIGTERM')
  }, 250)
  return () => {
    clearInterval(watch)
    for (const signal of signals) process.off(signal, pass)
  }
}
