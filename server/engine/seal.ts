/**
 * Seals what is about a person: contexts, event payloads, inputs. AES-256-GCM under a data key per subject; the data
 * keys are wrapped under a key derived from the server's secret. Types, times and states stay readable.
 *
 * Layout of a sealed body: 12 bytes nonce, 16 bytes tag, ciphertext (NIST SP 800-38D). The name of the key is bound in
 * as additional data, so a body moved to another subject does not open.
 */
import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomFillSync,
} from 'node:crypto'
import type { KeyTable } from '../store/keys.ts'

export interface Sealer {
  /** Makes sure a key of that name exists, durably. Before anything is sealed under it. */
  prepare(keyId: string): Promise<void>
  /** Loads a key so that `seal` and `open` can use it. Throws `KeyDestroyed` when it is gone. */
  load(keyId: string): Promise<void>
  seal(keyId: string, value: unknown): Buffer
  open(keyId: string, sealed: Uint8Array): unknown
  /** Erases whatever was sealed under the key, in every copy, at once. */
  destroy(keyId: string): Promise<boolean>
}

/** What was sealed under a destroyed key is erased; there is nothing to open. */
export class KeyDestroyed extends Error {
  readonly code = 'key.destroyed'
  constructor(keyId: string) {
    super(`The data key '${keyId}' is destroyed or was never made.`)
  }
}

/** Null for what was erased. */
export async function unlessErased<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof KeyDestroyed) return null
    throw error
  }
}

const NONCE = 12
const TAG = 16
const REMEMBERED = 50_000
/** Random bytes are drawn in bulk: one call per body costs more than the encryption. */
const POOL = 12 * 1024

export function sealer(keys: KeyTable, secret: string, now: () => number): Sealer {
  // key objects, not bytes: from bytes OpenSSL's key is made anew at each call, which costs ten times the encryption
  const master = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'tenure data keys v1', 32)))
  const open = new Map<string, KeyObject>()
  const nonce = nonces()

  const encrypt = (key: KeyObject, name: string, text: Buffer | string) => {
    const iv = nonce()
    const cipher = createCipheriv('aes-256-gcm', key, iv)
    cipher.setAAD(Buffer.from(name))
    const head = typeof text === 'string' ? cipher.update(text, 'utf8') : cipher.update(text)
    cipher.final()
    return Buffer.concat([iv, cipher.getAuthTag(), head])
  }
  const decrypt = (key: KeyObject, name: string, sealed: Uint8Array) => {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE))
    decipher.setAAD(Buffer.from(name))
    decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG))
    const head = decipher.update(sealed.subarray(NONCE + TAG))
    decipher.final()
    return head
  }
  const keyOf = (keyId: string) => {
    const key = open.get(keyId)
    if (!key) throw new KeyDestroyed(keyId)
    return key
  }
  const remember = (keyId: string, key: KeyObject) => {
    if (open.size >= REMEMBERED) open.delete(open.keys().next().value!)
    open.set(keyId, key)
  }
  async function load(keyId: string) {
    if (open.has(keyId)) return
    const wrapped = await keys.get(keyId)
    if (!wrapped) throw new KeyDestroyed(keyId)
    remember(keyId, createSecretKey(decrypt(master, keyId, wrapped)))
  }

  return {
    async prepare(keyId) {
      if (open.has(keyId)) return
      const fresh = randomFillSync(Buffer.alloc(32))
      await keys.add(keyId, encrypt(master, keyId, fresh), now())
      // another process may have made it first: what is on disk counts
      await load(keyId)
    },
    load,
    seal: (keyId, value) => encrypt(keyOf(keyId), keyId, JSON.stringify(value ?? null)),
    open: (keyId, sealed) => JSON.parse(decrypt(keyOf(keyId), keyId, sealed).toString('utf8')),
    async destroy(keyId) {
      open.delete(keyId)
      return keys.destroy(keyId, now())
    },
  }
}

function nonces() {
  let pool = Buffer.alloc(0)
  let used = 0
  return () => {
    if (used + NONCE > pool.length) {
      pool = randomFillSync(Buffer.alloc(POOL))
      used = 0
    }
    used += NONCE
    return pool.subarray(used - NONCE, used)
  }
}
