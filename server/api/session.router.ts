/**
 * Who is signed in, what they may open, and where else they are signed in. Signing in and out is better-auth's, under
 * `/api/auth`. Sessions go by names of their own here: neither their ids nor their tokens leave the server.
 */
import * as z from 'zod/mini'
import { memberProcedure, Problem, router, sessionProcedure } from './trpc.ts'

export const sessionRouter = router({
  me: memberProcedure.query(async ({ ctx: { caller, ports } }) => ({
    userId: caller.userId,
    email: caller.email,
    name: caller.name,
    tenants: await ports.tenants.tenantsOf(caller.userId),
  })),

  list: sessionProcedure
    .input(z.strictObject({}))
    .query(({ ctx: { caller, ports, sessionId } }) => ports.people.sessionsOf(caller.userId, sessionId)),

  /** Dead at once, its streams included. */
  revoke: memberProcedure
    .input(z.strictObject({ name: z.string().check(z.minLength(1), z.maxLength(100)) }))
    .mutation(async ({ ctx: { caller, ports }, input }) => {
      if (!(await ports.people.endSession(caller.userId, input.name)))
        throw new Problem('CONFLICT', 'session.absent', 'This session has ended already.')
    }),

  revokeOthers: sessionProcedure
    .input(z.strictObject({}))
    .mutation(({ ctx: { caller, ports, sessionId } }) => ports.people.endOtherSessions(caller.userId, sessionId)),
})
