/**
 * `npm run inspect -- <actor>`: opens the inspector of the running server for one actor, after the operator has signed in
 * there. Nothing is read past the server's own checks, and nothing leaves it unless somebody presses the button there.
 */
import { spawn } from 'node:child_process'
import { ConfigError, readConfig } from '../server/config.ts'

/** What opens an address, by platform. */
const openers: Readonly<Record<string, string>> = { darwin: 'open', linux: 'xdg-open', win32: 'explorer' }

try {
  // a stand-in, so that asking for an address makes no secret where there is none
  const { publicUrl } = readConfig({ TENURE_SECRET: '-'.repeat(32), ...process.env })
  const actor = process.argv[2]
  if (actor === undefined)
    throw new ConfigError(
      `Say which actor: npm run inspect -- onb_… (its id stands in the console, at ${publicUrl}/operator/).`,
    )
  await mustAnswer(publicUrl)
  const address = `${publicUrl}/operator/inspect/${encodeURIComponent(actor)}`
  console.log(`The inspector is at ${address}`)
  if (process.stdout.isTTY) open(address)
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error)
  process.exitCode = 1
}

async function mustAnswer(publicUrl: string): Promise<void> {
  const answer = await fetch(`${publicUrl}/healthz`).catch(() => null)
  if (!answer?.ok) throw new ConfigError(`Nobody answers at ${publicUrl}. Start the server first: npm start.`)
}

/** A machine without a browser has the address in its output. */
function open(address: string): void {
  const opener = openers[process.platform]
  if (opener)
    spawn(opener, [address], { detached: true, stdio: 'ignore' })
      .on('error', () => {})
      .unref()
}
