/**
 * The sessions of one person, as they see them. A session's id and token stay inside: outside it has a name of its own,
 * derived from the server's secret, that opens nothing.
 *
 * Promise: whoever listens hears of an end at once, whatever ended the session in this process.
 */
import { createHmac } from 'node:crypto'
import type { Auth } from './auth.ts'
import type { Endings } from './endings.ts'
import { isSessionAlive } from './session-alive.ts'

/** Times in milliseconds since 1970. */
export interface OwnSession {
  /** Names it to its owner. */
  readonly name: string
  /** What the browser said of itself when it signed in. */
  readonly userAgent: string
  readonly beganAt: number
  /** To the hour. */
  readonly seenAt: number
  readonly isThis: boolean
}

export interface OwnSessions {
  /** Those that work, the one asking first, then the last seen. */
  list(userId: string, asking: string): Promise<OwnSession[]>
  /** Ends one of somebody's by its name. False when they have none of that name. */
  end(userId: string, name: string): Promise<boolean>
  /** Ends all of somebody's but one. */
  endOthers(userId: string, kept: string): Promise<void>
  isAlive(sessionId: string): Promise<boolean>
}

interface SessionRow {
  id: string
  token: string
  userAgent?: string | null | undefined
  createdAt: Date
  updatedAt: Date
  expiresAt: Date
}

export interface OwnSessionParts {
  readonly auth: Auth
  readonly secret: string
  readonly endings: Endings
}

export async function ownSessions({ auth, secret, endings }: OwnSessionParts): Promise<OwnSessions> {
  const { adapter, internalAdapter } = await auth.$context
  const nameOf = (id: string) =>
    createHmac('sha256', secret)
      .update(JSON.stringify(['session', id]))
      .digest('base64url')
      .slice(0, 22)
  const of = (userId: string): Promise<SessionRow[]> => internalAdapter.listSessions(userId)

  async function endAll(userId: string, sessions: readonly SessionRow[]): Promise<void> {
    if (sessions.length === 0) return
    await internalAdapter.deleteSessions(sessions.map(({ token }) => token))
    endings.ended(userId)
  }

  return {
    async list(userId, asking) {
      const sessions = (await of(userId)).map((session) => toOwn(session, nameOf(session.id), asking))
      return sessions.toSorted((a, b) => Number(b.isThis) - Number(a.isThis) || b.seenAt - a.seenAt)
    },
    async end(userId, name) {
      const found = (await of(userId)).filter(({ id }) => nameOf(id) === name)
      await endAll(userId, found)
      return found.length > 0
    },
    endOthers: async (userId, kept) =>
      endAll(
        userId,
        (await of(userId)).filter(({ id }) => id !== kept),
      ),
    isAlive: (sessionId) => isSessionAlive(adapter, sessionId),
  }
}

const toOwn = (session: SessionRow, name: string, asking: string): OwnSession => ({
  name,
  userAgent: session.userAgent ?? '',
  beganAt: session.createdAt.getTime(),
  seenAt: session.updatedAt.getTime(),
  isThis: session.id === asking,
})
