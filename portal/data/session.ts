/** Signing in and out, at better-auth's own endpoints on our origin. */
import type { PortalProblem } from '../views/problems.ts'
import { queries } from './api.ts'

/** Null: signed in. */
export async function signIn(email: string, password: string): Promise<PortalProblem | null> {
  const answer = await post('/api/auth/sign-in/email', { email, password })
  if (answer === null) return 'offline'
  if (answer.ok) return null
  if (answer.status === 429) return 'rate.limited'
  return answer.status >= 500 ? 'unknown' : 'signIn.refused'
}

/** Whatever was on the screen is gone with the session. */
export async function signOut(): Promise<void> {
  await post('/api/auth/sign-out', {})
  queries.clear()
}

async function post(path: string, body: object): Promise<Response | null> {
  try {
    return await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  } catch {
    return null
  }
}
