/** Whether a session, by its id, has neither ended nor run out: for streams, which outlive the request that opened them. */

interface Adapter {
  findOne<Row>(asked: { model: string; where: { field: string; value: string }[] }): Promise<Row | null>
}

export async function isSessionAlive(adapter: Adapter, sessionId: string): Promise<boolean> {
  const where = [{ field: 'id', value: sessionId }]
  const session = await adapter.findOne<{ expiresAt: Date }>({ model: 'session', where })
  return session !== null && session.expiresAt.getTime() > Date.now()
}
