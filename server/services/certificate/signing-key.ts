/**
 * The key that signs certificates: Ed25519 (RFC 8032), in `DATA_DIR/certificate-key.pem`, made when it is first needed.
 * Signatures are compact JWS with `EdDSA` (RFC 7515, RFC 8037); the public half is a JWK anybody may fetch.
 */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

export interface PublicJwk {
  readonly kty: 'OKP'
  readonly crv: 'Ed25519'
  readonly x: string
  readonly kid: string
  readonly alg: 'EdDSA'
  readonly use: 'sig'
}
export interface SigningKey {
  readonly jwk: PublicJwk
  /** Signs a text as it is. */
  sign(text: string): string
  /** Whether a compact JWS is ours, and over exactly this text. */
  verify(jws: string, text: string): boolean
}

/** Reads the key, or makes it; of two processes that make it at once, one wins. Throws when the file is no such key. */
export function signingKey(path: string): SigningKey {
  if (!existsSync(path)) make(path)
  const key = createPrivateKey(readFileSync(path, 'utf8'))
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${path} holds no Ed25519 key.`)
  const pub = createPublicKey(key)
  const jwk = publicJwk(pub)
  const head = encode(JSON.stringify({ alg: 'EdDSA', kid: jwk.kid }))
  return {
    jwk,
    sign(text) {
      const input = `${head}.${encode(text)}`
      return `${input}.${sign(null, Buffer.from(input), key).toString('base64url')}`
    },
    verify(jws, text) {
      const [header, payload, signature = ''] = jws.split('.')
      if (header !== head || payload !== encode(text)) return false
      return verify(null, Buffer.from(`${header}.${payload}`), pub, Buffer.from(signature, 'base64url'))
    },
  }
}

const encode = (text: string) => Buffer.from(text).toString('base64url')

/** Named by its thumbprint (RFC 7638). */
function publicJwk(key: KeyObject): PublicJwk {
  const { x = '' } = key.export({ format: 'jwk' })
  const thumbprint = createHash('sha256').update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
  return { kty: 'OKP', crv: 'Ed25519', x, kid: thumbprint.digest('base64url'), alg: 'EdDSA', use: 'sig' }
}

function make(path: string): void {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' })
  const mine = `${path}.${process.pid}`
  writeFileSync(mine, pem, { mode: 0o600, flush: true })
  try {
    // a link, unlike a rename, never takes the place of a key that is there
    linkSync(mine, path)
  } catch (error) {
    if (!existsSync(path)) throw error
  } finally {
    rmSync(mine)
  }
}
