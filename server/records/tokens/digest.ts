/** What is stored of a token, and values that a repeated effect arrives at again. */
import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { CodePurpose } from './token-table.ts'

/** 32 random bytes, as URL-safe text. */
export const randomToken = (): string => randomBytes(32).toString('base64url')

/** A long random token needs no salt and no key: there is nothing to guess (OWASP ASVS 5, 11.4). */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** A million codes are quickly tried, so a short one is keyed: the table alone gives nothing away. */
export const hashCode = (secret: string, purpose: CodePurpose, subject: string, code: string): string =>
  mac(secret, 'code hash', purpose, subject, code).toString('base64url')

/** Six digits named by `identity`: the same effect mails the same code however often it is tried. */
export const deriveCode = (secret: string, identity: string): string =>
  String(mac(secret, 'code', identity).readUIntBE(0, 6) % 1_000_000).padStart(6, '0')

/** A token named by `identity`, as hard to guess as a random one. */
export const deriveToken = (secret: string, identity: string): string =>
  mac(secret, 'token', identity).toString('base64url')

/** The parts are length-prefixed by JSON, so no two lists of them make one text. */
const mac = (secret: string, ...parts: string[]): Buffer =>
  createHmac('sha256', secret).update(JSON.stringify(parts)).digest()
