/** Accounts and sessions as the API asks for them. */
import type { People } from '../api/ports.ts'
import type { Identity } from '../services/identity/identity.ts'
import { hashPassword } from '../services/identity/password.ts'

export const peopleOf = ({ accounts, sessions, endings, checkPassword }: Identity): People => ({
  rename: accounts.rename,
  checkPassword,
  hashPassword,
  sessionsOf: sessions.list,
  endSession: sessions.end,
  endOtherSessions: sessions.endOthers,
  isCutOff: async (userId, sessionId) => !(await sessions.isAlive(sessionId)) && (await accounts.exists(userId)),
  onSessionsEnded: endings.listen,
})
