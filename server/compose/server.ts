/** A server that runs: composed, at work, and listening. */
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'
import { compose } from './compose.ts'

export interface Running {
  readonly config: Config
  /** Where the first operator is made; null when there is one. */
  readonly operatorLink: string | null
  /** Stops taking requests, lets work under way finish for a moment, and closes what is open. */
  stop(): Promise<void>
}

/** The sandbox is in this process, so it needs no way through whatever stands before the public address. */
function localAddress({ server }: FastifyInstance): string {
  const { port } = server.address() as AddressInfo
  return `http://127.0.0.1:${port}`
}

/** Throws when a file or a port cannot be had. */
export async function startServer(config: Config): Promise<Running> {
  const { app, demo, engine, stripe, syncPrices, operatorLink, close } = await compose(config)
  await engine.run()
  await app.listen({ port: config.port, host: config.host })
  // now that somebody listens; what was not delivered in an earlier life is delivered again
  stripe.sandbox?.deliverTo(`${localAddress(app)}/webhooks/stripe`)
  await demo?.listen({ port: config.demoPort, host: 'localhost' })
  void syncPrices()
  return { config, operatorLink, stop: close }
}
