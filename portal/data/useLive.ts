/** Keeps a tenant's pages fresh: whenever the server says something changed, what is shown is asked for again. */
import { useEffect } from 'react'
import { api, client, queries } from './api.ts'
import { isSignedOut } from './problem.ts'

/** Open only while the page is visible: a browser allows six connections over all its tabs together. */
export function useLive(tenant: string): void {
  useEffect(() => {
    let open: { unsubscribe(): void } | null = null
    const refresh = () => {
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
    const close = () => {
      open?.unsubscribe()
      open = null
    }
    // a session that was ended elsewhere is out at once; whoever has lost only the workspace may read on what they see
    const leave = (error: unknown) => {
      close()
      if (isSignedOut(error)) void queries.invalidateQueries({ queryKey: api.session.me.queryKey() })
    }
    const turn = () => {
      if (document.visibilityState !== 'visible') return close()
      open ??= client.tenant.changes.subscribe({ tenant }, { onData: refresh, onError: leave })
    }
    document.addEventListener('visibilitychange', turn)
    turn()
    return () => {
      document.removeEventListener('visibilitychange', turn)
      close()
    }
  }, [tenant])
}
