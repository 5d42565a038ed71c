/** A server that runs: composed, at work, and listening. */
import type { Config } from '../config.ts'
import { compose } from './compose.ts'

export interface Running {
  readonly config: Config
  /** Stops taking requests, lets work under way finish for a moment, and closes what is open. */
  stop(): Promise<void>
}

/** Throws when a file or a port cannot be had. */
export async function startServer(config: Config): Promise<Running> {
  const { app, demo, engine, close } = await compose(config)
  await engine.run()
  await app.listen({ port: config.port, host: config.host })
  await demo?.listen({ port: config.demoPort, host: 'localhost' })
  return { config, stop: close }
}
