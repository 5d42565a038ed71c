/** Who did what can be read in the settings, and nobody changes it unseen. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import Database from 'better-sqlite3'
import { describe, expect } from 'vitest'
import { it, served } from './support/journey.ts'
import { moveIn } from './support/member.ts'
import { one } from './support/rows.ts'
import type { Server } from './support/server.ts'
import { address, title } from './support/sign-up.ts'

const home = served()
const run = promisify(execFile)

/** What the command prints, whether it finds everything in order or not. */
const verify = ({ dataDir }: Server): Promise<string> =>
  run(process.execPath, ['scripts/audit-verify.ts'], { env: { ...process.env, DATA_DIR: dataDir } }).then(
    ({ stdout }) => stdout,
    (failed: { stdout: string }) => failed.stdout,
  )

describe('the audit log', () => {
  it('shows what was done and by whom, is whole, and says where it is not', async ({ arrive }) => {
    const page = await moveIn(home(), await arrive(), address('owner'))
    const tenant = one<string>(home(), 'tenure.db', 'select id from tenant order by created_at desc limit 1')
    await page.getByRole('button', { name: 'New project' }).click()
    await page.getByRole('dialog').getByLabel('Name').fill('Aurora')
    await page.getByRole('dialog').getByRole('button', { name: 'Create project' }).click()
    await page.getByRole('row', { name: /Aurora/ }).waitFor()

    await page.goto(`${home().url}/portal/settings/audit`)
    await title(page, 'Settings').waitFor()
    const entry = page.getByRole('listitem').filter({ hasText: 'Create the project “Aurora”' })
    await entry.getByText('Done').waitFor()
    await entry.getByText(/Mara Lindqvist \(Owner\), Chrome on Linux, 127\.0\.0\.1/).waitFor()
    await page.getByLabel('Show').selectOption('Everything')
    await page.getByRole('listitem').filter({ hasText: 'By itself' }).first().waitFor()

    await page.getByRole('button', { name: 'Check the whole log' }).click()
    await page.getByText(/Unbroken, \d+ entries/).waitFor()
    expect(await verify(home())).toMatch(new RegExp(`${tenant} +\\d+ entries, unbroken, head [\\w-]{43}`))

    forge(home(), tenant)
    await page.getByRole('button', { name: 'Check the whole log' }).click()
    await page.getByText('Broken at entry 1').waitFor()
    expect(await verify(home())).toContain(`${tenant}  BROKEN: entry 1`)
  })
})

/** What somebody might try who has the database and not the secret. */
function forge({ dataDir }: Server, tenant: string) {
  const db = new Database(join(dataDir, 'tenure.db'))
  db.prepare(`update audit set kind = 'nothing.happened' where tenant = ? and n = 1`).run(tenant)
  db.close()
}
