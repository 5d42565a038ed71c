/** Coming in and going out, at better-auth's endpoints for operators. Every answer is a problem code, or what was asked for. */
import { queries } from './api.ts'

/** What comes after the password. */
export type AfterPassword = 'code' | 'enrol'
export interface Enrolment {
  /** `otpauth:` address for the app that makes the codes. */
  readonly uri: string
  readonly spareCodes: readonly string[]
}
export interface Newcomer {
  readonly token: string
  readonly name: string
  readonly email: string
  readonly password: string
}

/** What can go wrong at the door; `portal/operator/views/door-problems.ts` has the words. */
export type DoorProblem =
  | 'refused'
  | 'code.wrong'
  | 'challenge.over'
  | 'limited'
  | 'link.used'
  | 'input.invalid'
  | 'offline'
  | 'unknown'

export type Outcome<T> = { readonly ok: T } | { readonly problem: DoorProblem }

export const signIn = (email: string, password: string): Promise<Outcome<AfterPassword>> =>
  post('/operator/auth/sign-in/email', { email, password }, (body) =>
    (body as { twoFactorRedirect?: boolean }).twoFactorRedirect ? 'code' : 'enrol',
  )

/** Begins setting up the second factor. */
export const enrol = (password: string): Promise<Outcome<Enrolment>> =>
  post('/operator/auth/two-factor/enable', { password }, (body) => {
    const { totpURI, backupCodes } = body as { totpURI: string; backupCodes: string[] }
    return { uri: totpURI, spareCodes: backupCodes }
  })

/** Proves the second factor: six digits of the app, or a spare code. */
export const prove = (code: string): Promise<Outcome<true>> =>
  post(`/operator/auth/two-factor/${/^\d{6}$/.test(code) ? 'verify-totp' : 'verify-backup-code'}`, { code }, () => true)

export const welcome = (newcomer: Newcomer): Promise<Outcome<true>> => post('/operator/welcome', newcomer, () => true)

/** Whatever was on the screen is gone with the session. */
export async function signOut(): Promise<void> {
  await post('/operator/auth/sign-out', {}, () => true)
  queries.clear()
}

async function post<T>(path: string, body: object, read: (body: unknown) => T): Promise<Outcome<T>> {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const text = await answer.text()
    const said: unknown = text === '' ? null : JSON.parse(text)
    return answer.ok ? { ok: read(said) } : { problem: problemIn(answer.status, said) }
  } catch {
    return { problem: 'offline' }
  }
}

const known: Readonly<Record<string, DoorProblem>> = {
  INVALID_EMAIL_OR_PASSWORD: 'refused',
  INVALID_PASSWORD: 'refused',
  INVALID_EMAIL: 'refused',
  INVALID_CODE: 'code.wrong',
  INVALID_BACKUP_CODE: 'code.wrong',
  INVALID_TWO_FACTOR_COOKIE: 'challenge.over',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'challenge.over',
  'link.used': 'link.used',
  'input.invalid': 'input.invalid',
}

function problemIn(status: number, said: unknown): DoorProblem {
  if (status === 429) return 'limited'
  const { code, error } = (said ?? {}) as { code?: string; error?: { code?: string } }
  return known[code ?? error?.code ?? ''] ?? 'unknown'
}
