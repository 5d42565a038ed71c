/** tRPC, set up once: context, error shape, and the two kinds of callers a procedure may ask for. */
import { initTRPC, TRPCError } from '@trpc/server'
import type { From } from './auditor.ts'
import type { Caller } from './caller.ts'
import type { ApiPorts } from './ports.ts'

export interface Context {
  readonly caller: Caller
  /** Where the request comes from. */
  readonly from: From
  readonly ports: ApiPorts
}

/** Who writes a call to the audit log. Where nothing is said, the call itself does. */
export interface Meta {
  /** `actor`: the actor it moves. `nobody`: it changes nothing but what its own caller has seen. */
  readonly audit?: 'actor' | 'nobody'
  /** Open to whoever proved who they are in an embedded flow, too. */
  readonly embedded?: true
}

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    sse: {
      ping: { enabled: true, intervalMs: 15_000 },
      client: { reconnectAfterInactivityMs: 40_000 },
      maxDurationMs: 15 * 60_000,
    },
    // no stack and no cause leaves the server, whatever NODE_ENV says
    isDev: false,
    errorFormatter: ({ shape, error }) => ({
      ...shape,
      message:
        error.code === 'INTERNAL_SERVER_ERROR'
          ? 'Something went wrong on our side. It has been recorded.'
          : shape.message,
      data: { code: shape.data.code, httpStatus: shape.data.httpStatus, reason: reasonOf(error) },
    }),
  })

export const { router, procedure } = t

/** A failure with a problem code people's copy is chosen by. */
export class Problem extends TRPCError {
  readonly reason: string
  constructor(code: TRPCError['code'], reason: string, message: string) {
    super({ code, message })
    this.reason = reason
  }
}
const reasonOf = (error: TRPCError): string | null => (error instanceof Problem ? error.reason : null)

/** The same answer for what is not there and for what is not yours. */
export const absent = () =>
  new Problem('NOT_FOUND', 'absent', 'There is nothing here for you. Check the address, or start again.')

export const signedOut = () =>
  new Problem('UNAUTHORIZED', 'signed.out', 'You are not signed in. Sign in and try again.')

/** For people who are signed in; where it says so, also for those who proved who they are in an embedded flow. */
export const memberProcedure = procedure.use(({ ctx, meta, next }) => {
  if (ctx.caller.kind !== 'member') throw signedOut()
  if (ctx.caller.within && !meta?.embedded) throw absent()
  return next({ ctx: { ...ctx, caller: ctx.caller } })
})

/** For people who came in by a session, and mean that one or its like. */
export const sessionProcedure = memberProcedure.use(({ ctx, next }) => {
  const { sessionId } = ctx.caller
  if (sessionId === null) throw absent()
  return next({ ctx: { ...ctx, sessionId } })
})
