/** Starts the server and stops it in good order when it is told to. */
import { flushCompileCache } from 'node:module'
import { startServer } from './compose/server.ts'
import { ConfigError, readConfig } from './config.ts'

try {
  const running = await startServer(readConfig(process.env))
  const { config, operatorLink } = running
  console.log(`Tenure is at ${config.publicUrl}`)
  if (config.demoSite) console.log(`The demo product site is at http://localhost:${config.demoPort}`)
  if (operatorLink)
    console.log(`Nobody operates it yet. Make the first operator, within a day and once: ${operatorLink}`)
  // where NODE_COMPILE_CACHE is set: the next start need not compile again, even if this process is killed
  flushCompileCache()
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      // a second signal means now
      if (stopping) process.exit(1)
      stopping = true
      void running.stop().then(() => process.exit(0))
    })
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : startProblem(error))
  process.exit(1)
}

function startProblem(error: unknown): string {
  const { code, port, message } = error as { code?: string; port?: number; message?: string }
  if (code === 'data.other' && message) return message
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use. Stop whatever uses it, or set PORT (and DEMO_PORT) to a free one.`
  return error instanceof Error && message ? (error.stack ?? message) : String(error)
}
