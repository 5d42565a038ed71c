/** The real server, as a process of its own: started on free ports and a folder of its own, killed when asked. */
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './ports.ts'
import { startStripe, stripeEnvironment } from './stripe.ts'

const root = join(import.meta.dirname, '..', '..')
/** Every server that was not removed yet. */
const open = new Set<Server>()

/** What a test that failed half-way left behind would keep the whole run from ending. */
export const removeServers = () => Promise.all([...open].map((one) => one.remove()))
const PATIENCE_MS = 30_000

export interface Server {
  readonly url: string
  readonly demoUrl: string
  /** The Stripe sandbox, with `/control/*`. */
  readonly stripeUrl: string
  readonly dataDir: string
  /** Starts it, again if it died. `extra` adds to its environment for this life only. */
  start(extra?: Record<string, string>): Promise<void>
  /** Ends it at once, with no last word. */
  kill(): Promise<void>
  stop(): Promise<void>
  /** Resolves when the process ends by itself. */
  readonly ended: () => Promise<void>
  readonly alive: () => boolean
  /** What it wrote to its log. */
  readonly output: () => string
  /** Stops it and deletes its folder. */
  remove(): Promise<void>
}

/** For tests in which servers die: what a dead one held is another's soon, and not after the usual quarter of a minute. */
export const shortLeases = { LEASE_MS: '4000' }

export interface Unlike {
  /** Another server's data to begin with; that server has to be stopped. */
  readonly like?: Server
  /** Stripe's stand-in runs in a process of its own and outlives the server. */
  readonly stripeApart?: boolean
}

export async function server(
  environment: Record<string, string> = {},
  { like, stripeApart = false }: Unlike = {},
): Promise<Server> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tenure-e2e-'))
  if (like) cpSync(like.dataDir, dataDir, { recursive: true })
  const [port, demoPort, sandboxPort] = [await freePort(), await freePort(), await freePort()]
  const stripePort = stripeApart ? await freePort() : sandboxPort
  const url = `http://127.0.0.1:${port}`
  const stripeUrl = `http://127.0.0.1:${stripePort}`
  const stripe = stripeApart ? await startStripe(stripePort, url) : null
  let child: ChildProcess | null = null
  let output = ''
  let ended: Promise<void> = Promise.resolve()

  async function start(extra: Record<string, string> = {}) {
    const env = {
      ...process.env,
      NODE_ENV: 'development',
      PORT: String(port),
      DEMO_PORT: String(demoPort),
      SANDBOX_PORT: String(sandboxPort),
      DATA_DIR: dataDir,
      RATE_LIMIT: '1000000',
      LOG_LEVEL: 'warn',
      ...(stripeApart && stripeEnvironment(stripeUrl)),
      ...environment,
      ...extra,
    }
    const started = spawn(process.execPath, ['server/main.ts'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    child = started
    started.stdout.on('data', (text: Buffer) => (output += text))
    started.stderr.on('data', (text: Buffer) => (output += text))
    ended = new Promise((done) => started.once('exit', () => done()))
    await ready(
      url,
      () => started.exitCode === null && started.signalCode === null,
      () => output,
    )
  }
  const end = async (signal: NodeJS.Signals) => {
    child?.kill(signal)
    await ended
  }

  const home: Server = {
    url,
    demoUrl: `http://localhost:${demoPort}`,
    stripeUrl,
    dataDir,
    start,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    ended: () => ended,
    alive: () => child !== null && child.exitCode === null && child.signalCode === null,
    output: () => output,
    async remove() {
      await end('SIGKILL')
      stripe?.kill('SIGKILL')
      rmSync(dataDir, { recursive: true, force: true })
      open.delete(home)
    },
  }
  open.add(home)
  return home
}

/** A server that dies on the way up (a crash point in its start) is ready as far as the test is concerned. */
async function ready(url: string, alive: () => boolean, output: () => string) {
  const until = Date.now() + PATIENCE_MS
  while (Date.now() < until && alive()) {
    const answer = await fetch(`${url}/readyz`).catch(() => null)
    if (answer?.ok) return
    await new Promise((done) => setTimeout(done, 30))
  }
  if (alive()) throw new Error(`The server was not ready within ${PATIENCE_MS / 1000} s:\n${output()}`)
}
