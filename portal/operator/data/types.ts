/** What the server says of flows and actors, as the console's views know it. */
import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../server/api/router.ts'

type Out = inferRouterOutputs<AppRouter>['operator']

export type ActorSeen = Out['actor']
export type JournalEntry = Out['journal'][number]
export type Standing = Out['moment']
export type Found = Out['find'][number]
export type Operator = Out['me']
export type FlowSeen = Out['flow']
export type WhoPage = Out['who']
export type Overview = Out['overview']
