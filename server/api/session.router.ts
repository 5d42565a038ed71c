/** Who is signed in, and what they may open. Signing in and out is better-auth's, under `/api/auth`. */
import { memberProcedure, router } from './trpc.ts'

export const sessionRouter = router({
  me: memberProcedure.query(async ({ ctx: { caller, ports } }) => ({
    userId: caller.userId,
    email: caller.email,
    name: caller.name,
    tenants: await ports.tenants.tenantsOf(caller.userId),
  })),
})
