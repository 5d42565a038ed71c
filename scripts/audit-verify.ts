/**
 * `npm run audit:verify`: walks every tenant's audit log from its beginning, and names the first entry of each that is not
 * as it was written. It only reads, so it may run beside the server. Ends with 1 when a chain is broken.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError, readConfig } from '../server/config.ts'
import { auditVerifier, type Verified } from '../server/records/audit/verify.ts'
import { openReadOnly } from '../server/store/sqlite/open.ts'
import { sqliteReader } from '../server/store/sqlite/sqlite-connection.ts'

const words = { changed: 'was changed', missing: 'is missing', 'head differs': 'is not the last one written' }

function say({ tenant, entries, head, broken }: Verified): void {
  if (!broken) return console.log(`${tenant}  ${entries} entries, unbroken, head ${head}`)
  const { n, id, reason } = broken
  console.log(`${tenant}  BROKEN: entry ${n}${id === null ? '' : ` (${id})`} ${words[reason]}`)
}

try {
  // before the configuration is read, which would make a secret where there is none
  const path = join(process.env['DATA_DIR'] || './data', 'tenure.db')
  if (!existsSync(path)) throw new ConfigError(`There is no ${path}. Start the server once, or set DATA_DIR.`)
  const { secret } = readConfig(process.env)
  const db = openReadOnly(path)
  let chains = 0
  let broken = 0
  for await (const verified of auditVerifier({ connection: sqliteReader(db), secret }).all()) {
    say(verified)
    chains++
    if (verified.broken) broken++
  }
  db.close()
  console.log(`${chains} logs, ${broken} broken`)
  process.exitCode = broken === 0 ? 0 : 1
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error)
  process.exitCode = 1
}
