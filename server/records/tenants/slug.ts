/** Addresses made from company names: "Fernhill Études" becomes `fernhill-etudes`, the second one `fernhill-etudes-2`. */
import { createHash } from 'node:crypto'

const LONGEST = 40
/** Plain numbers first; a popular name soon gets one derived from its tenant, so nobody walks through thousands. */
const PLAIN_NUMBERS = 9

/** Words our own pages use. */
const reserved = new Set([
  'admin',
  'api',
  'assets',
  'embed',
  'operator',
  'portal',
  'sandbox',
  'signup',
  'tenure',
  'www',
])

export function slugOf(company: string): string {
  const plain = company
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '')
  return plain === '' || reserved.has(plain) ? [plain, 'workspace'].filter(Boolean).join('-') : plain
}

/** What to try, in order. The table's constraint decides which one it is. */
export function* candidates(company: string, tenant: string): Generator<string> {
  const base = slugOf(company)
  yield base
  for (let number = 2; number <= PLAIN_NUMBERS; number++) yield `${base}-${number}`
  const digits = BigInt(`0x${createHash('sha256').update(tenant).digest('hex')}`).toString()
  for (let length = 4; length <= 16; length += 2) yield `${base}-${digits.slice(-length)}`
}
