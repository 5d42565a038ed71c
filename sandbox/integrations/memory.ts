/**
 * What the stand-ins remember: codes and tokens GitHub's gave away, and which keys somebody took back. With a file, the next
 * life remembers it, too. Codes and tokens are kept as digests: a sandbox's memory is no place to read secrets from.
 */
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import type { goodKeys } from './places.ts'

export type KeyKind = keyof typeof goodKeys

interface Kept {
  readonly tokens: string[]
  readonly revoked: KeyKind[]
}

/** Source: GitHub docs, "Authorizing OAuth apps": a code expires after ten minutes. */
const CODE_LIFE_MS = 600_000

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url')

export interface MemoryOptions {
  readonly now: () => number
  /** None without it. */
  readonly file: string | null
}

export function memory({ now, file }: MemoryOptions) {
  const before = file === null ? null : readKept(file)
  const tokens = new Set(before?.tokens)
  const revoked = new Set(before?.revoked)
  const codes = new Map<string, { challenge: string; until: number }>()
  const keep = () => {
    if (file !== null) writeFileSync(file, JSON.stringify({ tokens: [...tokens], revoked: [...revoked] }))
  }
  return {
    /** A code for whoever knows what `challenge` is the digest of. */
    giveCode(challenge: string): string {
      const code = randomBytes(10).toString('hex')
      codes.set(digestOf(code), { challenge, until: now() + CODE_LIFE_MS })
      return code
    },
    /** Whether a code was good. Good or not, it is used. */
    useCode(code: string, verifier: string): boolean {
      const found = codes.get(digestOf(code))
      codes.delete(digestOf(code))
      return found !== undefined && found.until > now() && digestOf(verifier) === found.challenge
    },
    giveToken(): string {
      const token = `gho_sandbox${randomBytes(18).toString('base64url')}`
      tokens.add(digestOf(token))
      keep()
      return token
    },
    knows: (token: string): boolean => tokens.has(digestOf(token)),
    /** False when it was not known. */
    dropToken(token: string): boolean {
      const was = tokens.delete(digestOf(token))
      if (was) keep()
      return was
    },
    dropTokens() {
      tokens.clear()
      keep()
    },
    tokens: () => tokens.size,
    isRevoked: (kind: KeyKind): boolean => revoked.has(kind),
    setRevoked(kind: KeyKind, is: boolean) {
      if (is) revoked.add(kind)
      else revoked.delete(kind)
      keep()
    },
  }
}
export type Memory = ReturnType<typeof memory>

function readKept(file: string): Kept | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Kept
  } catch {
    return null
  }
}
