/** The portal's way to the server: typed queries over tRPC, one cache. The session's cookie says who asks. */
import { hashKey, MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '../../server/api/router.ts'
import { isUnreachable, openClient } from '../../widget/client/connection.ts'
import { isSignedOut } from './problem.ts'

export const client = openClient('', () => null)

export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: (error, { queryKey }) => leaveIfSignedOut(error, queryKey) }),
  mutationCache: new MutationCache({ onError: (error) => leaveIfSignedOut(error) }),
  defaultOptions: {
    queries: {
      staleTime: 5000,
      // what the server refuses stays refused; what it could not answer is asked again
      retry: (failures, error) => isUnreachable(error) && failures < 3,
    },
  },
})

export const api = createTRPCOptionsProxy<AppRouter>({ client, queryClient: queries })

/** The session ended elsewhere: asking who we are finds that out, and sends to the door. */
function leaveIfSignedOut(error: unknown, asked: readonly unknown[] = []) {
  const me = api.session.me.queryKey()
  if (isSignedOut(error) && hashKey(asked) !== hashKey(me)) void queries.invalidateQueries({ queryKey: me })
}
