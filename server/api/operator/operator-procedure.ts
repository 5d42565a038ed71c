/** For operators: signed in to the console with both factors. A member's session counts for nothing here. */
import { procedure, signedOut } from '../trpc.ts'

export const operatorProcedure = procedure.use(({ ctx, next }) => {
  if (ctx.caller.kind !== 'operator') throw signedOut()
  return next({ ctx: { ...ctx, caller: ctx.caller } })
})
