/**
 * Passwords by argon2id, on libuv's threads. 19 MiB, two passes, one lane: the smallest of the settings OWASP's Password
 * Storage Cheat Sheet recommends, so that a burst of sign-ins does not take the server's memory.
 */
import { hash, verify } from '@node-rs/argon2'

const settings = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** A hash in PHC form, with its own salt. */
export const hashPassword = (password: string): Promise<string> => hash(password, settings)

/** False for a wrong password, and for a hash that cannot be read. */
export const verifyPassword = ({ hash, password }: { hash: string; password: string }): Promise<boolean> =>
  verify(hash, password).catch(() => false)
