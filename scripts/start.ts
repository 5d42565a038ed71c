/**
 * `npm start`: builds what is stale and serves everything.
 * The server runs in this very process, so that a signal reaches it and its exit code is ours.
 */
import { buildIfStale } from './build.ts'

await buildIfStale()
await import('../server/main.ts')
