/**
 * A process that sends batches of usage records to a workspace, one after the other, and prints how many were taken. Sends
 * the same batches whenever it is run: `node ingester.ts <folder> <batches> <records each>`.
 */
import { workspaces } from '../workspaces.ts'

const [folder = '', batches = '0', each = '0'] = process.argv.slice(2)
const records = workspaces({ folder, now: () => Date.UTC(2026, 10, 15) })
for (let batch = 0; batch < Number(batches); batch++) {
  const keys = Array.from({ length: Number(each) }, (_, n) => `b${batch}-${n}`)
  const sent = keys.map((key) => ({ meter: 'requests', quantity: 1, at: null, key }))
  await records.record('ten_1', { records: sent, call: null, now: Date.UTC(2026, 10, 15) })
  process.stdout.write(`${batch + 1}\n`)
}
records.close()
