/** What we told this member. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { api, queries } from '../data/api.ts'
import { problemOf } from '../data/problem.ts'
import { NotificationsView } from '../views/NotificationsView.tsx'
import { ProblemView } from '../views/ProblemView.tsx'
import { WaitingView } from '../views/WaitingView.tsx'
import { noticeWords } from './notices.ts'

export function NotificationsScreen({ tenant }: { tenant: string }) {
  const notices = useQuery(api.notification.list.queryOptions({ tenant }))
  const read = useMutation(
    api.notification.markRead.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.notification.list.queryKey({ tenant }) }),
    }),
  )
  if (notices.isPending) return <WaitingView label="notifications" />
  // what is shown stays when it cannot be asked for again
  if (!notices.data)
    return (
      <ProblemView
        problem={problemOf(notices.error)}
        busy={notices.isFetching}
        onRetry={() => void notices.refetch()}
      />
    )
  const unread = notices.data.filter(({ readAt }) => readAt === null).map(({ id }) => id)
  return (
    <NotificationsView
      items={notices.data.map((notice) => ({
        id: notice.id,
        at: new Date(notice.createdAt).toISOString(),
        unread: notice.readAt === null,
        ...noticeWords(notice),
      }))}
      action={{ busy: read.isPending, problem: read.error && problemOf(read.error) }}
      onRead={(id) => read.mutate({ tenant, ids: [id] })}
      onReadAll={() => read.mutate({ tenant, ids: unread })}
    />
  )
}
