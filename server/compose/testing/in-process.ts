/**
 * The real server in this process: every part of it, on a folder of its own, with a clock that stands still until it is
 * moved. Nothing has to be built, and requests need no port.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../config.ts'
import { manualClock } from '../../engine/testing/manual-clock.ts'
import { render } from '../../services/notification/templates/index.tsx'
import { type Composed, compose, type StandIns } from '../compose.ts'
import { standInBuild } from './build.ts'
import { settled } from './settle.ts'

export interface InProcess extends Composed {
  /** Where its data is. */
  readonly folder: string
  /** Listens on a free port of this machine, and answers with the address. From then on webhooks come, too. */
  listen(): Promise<string>
  /** Lets everything happen that can happen now. */
  settle(): Promise<void>
  /** Moves time forward, and lets what became due happen. */
  pass(ms: number): Promise<void>
  /** Stops it and deletes its folder. */
  end(): Promise<void>
}

export interface Given extends Omit<StandIns, 'clock' | 'built'> {
  /** Beside what every such server has. */
  readonly environment?: Readonly<Record<string, string>>
}

export const publicUrl = 'http://tenure.test'

/** A server at work. `given` says what differs. */
export async function inProcess({ environment = {}, ...standIns }: Given = {}): Promise<InProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-in-process-'))
  const config = readConfig({
    DATA_DIR: join(folder, 'data'),
    PUBLIC_URL: publicUrl,
    LOG_LEVEL: 'silent',
    RATE_LIMIT: '1000000',
    SANDBOX_PORT: '0',
    ...environment,
  })
  const built = standInBuild(join(folder, 'built'))
  const server = await compose(config, { clock: manualClock(), render, ...standIns, built })
  await server.engine.run()
  const settle = () => settled(server)
  return {
    ...server,
    folder: config.dataDir,
    async listen() {
      await server.app.listen({ port: 0, host: '127.0.0.1' })
      const url = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`
      server.stripe.sandbox?.deliverTo(`${url}/webhooks/stripe`)
      return url
    },
    settle,
    async pass(ms) {
      // what is under way holds a lease, which a jump would end
      await settle()
      server.clock.advance(ms)
      await settle()
    },
    async end() {
      await server.close()
      rmSync(folder, { recursive: true })
    },
  }
}
