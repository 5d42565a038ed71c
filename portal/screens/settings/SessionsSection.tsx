/** Where one is signed in. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { api, queries } from '../../data/api.ts'
import { SessionsView } from '../../views/settings/SessionsView.tsx'
import { deviceOf } from './device.ts'
import { actionOf, notReady } from './query-state.ts'

export function SessionsSection() {
  const sessions = useQuery(api.session.list.queryOptions({}))
  const settled = { onSettled: () => queries.invalidateQueries({ queryKey: api.session.list.queryKey() }) }
  const end = useMutation(api.session.revoke.mutationOptions(settled))
  const endOthers = useMutation(api.session.revokeOthers.mutationOptions(settled))
  if (!sessions.data) return <SessionsView {...notReady(sessions)} />
  return (
    <SessionsView
      state="ready"
      sessions={sessions.data.map(({ name, userAgent, beganAt, seenAt, isThis }) => ({
        name,
        isThis,
        device: deviceOf(userAgent),
        beganAt: new Date(beganAt).toISOString(),
        seenAt: new Date(seenAt).toISOString(),
      }))}
      action={actionOf(end, endOthers)}
      onEnd={(name) => {
        endOthers.reset()
        end.mutate({ name })
      }}
      onEndOthers={() => {
        end.reset()
        endOthers.mutate({})
      }}
    />
  )
}
