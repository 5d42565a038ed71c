/** Keeps a tenant's pages fresh: whenever the server says something changed, what is shown is asked for again. */
import { useCallback } from 'react'
import { api, client, queries } from './api.ts'
import { isSignedOut } from './problem.ts'
import { useWhileVisible } from './useWhileVisible.ts'

export function useLive(tenant: string): void {
  const watch = useCallback(() => {
    // a session that was ended elsewhere is out at once; whoever has lost only the workspace may read on what they see
    const leave = (error: unknown) => {
      open.unsubscribe()
      if (isSignedOut(error)) void queries.invalidateQueries({ queryKey: api.session.me.queryKey() })
    }
    const open = client.tenant.changes.subscribe({ tenant }, { onData: () => refresh(tenant), onError: leave })
    return open
  }, [tenant])
  useWhileVisible(watch)
}

function refresh(tenant: string) {
  void queries.invalidateQueries({ queryKey: api.tenant.home.queryKey({ tenant }) })
  void queries.invalidateQueries({ queryKey: api.billing.summary.queryKey({ tenant }) })
  void queries.invalidateQueries(api.usage.pathFilter())
  void queries.invalidateQueries({ queryKey: api.team.list.queryKey({ tenant }) })
  void queries.invalidateQueries({ queryKey: api.flow.view.queryKey() })
  void queries.invalidateQueries({ queryKey: api.settings.pathKey() })
  // the workspace's name, and one's role in it
  void queries.invalidateQueries({ queryKey: api.session.me.queryKey() })
  void queries.invalidateQueries({ queryKey: api.notification.list.queryKey({ tenant }) })
}
