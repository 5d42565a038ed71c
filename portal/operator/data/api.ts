/** The console's way to the server. The operator's own cookie says who asks. */
import { hashKey, QueryCache, QueryClient } from '@tanstack/react-query'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '../../../server/api/router.ts'
import { isUnreachable, openClient } from '../../../widget/client/connection.ts'
import { isSignedOut } from '../../data/problem.ts'

export const client = openClient('', () => null)

export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: (error, { queryKey }) => leaveIfSignedOut(error, queryKey) }),
  defaultOptions: {
    queries: { staleTime: 2000, retry: (failures, error) => isUnreachable(error) && failures < 3 },
  },
})

export const api = createTRPCOptionsProxy<AppRouter>({ client, queryClient: queries })

/** The session ended: asking who we are finds that out, and sends to the door. */
function leaveIfSignedOut(error: unknown, asked: readonly unknown[]) {
  const me = api.operator.me.queryKey()
  if (isSignedOut(error) && hashKey(asked) !== hashKey(me)) void queries.invalidateQueries({ queryKey: me })
}
