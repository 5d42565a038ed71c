/** What travels between a page and the server, read off the API's own type. */
import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../server/api/router.ts'

export type Outputs = inferRouterOutputs<AppRouter>
/** The server's view of one actor. */
export type View = Outputs['flow']['view']
/** What a sent event came to. */
export type Outcome = Outputs['flow']['send']['outcome']
export interface Answered {
  readonly outcome: Outcome
  readonly view: View
}
/** What the payment provider's form needs. */
export type CardForm = Outputs['flow']['cardForm']
