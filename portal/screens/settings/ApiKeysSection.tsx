/** The keys of the workspace, and the dialogs that make and end them. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, queries } from '../../data/api.ts'
import { problemOf } from '../../data/problem.ts'
import { ApiKeyDialog } from '../../views/ApiKeyDialog.tsx'
import { CreateKeyDialog, RevokeKeyDialog } from '../../views/settings/ApiKeyDialogs.tsx'
import { ApiKeysView } from '../../views/settings/ApiKeysView.tsx'
import { actionOf, notReady } from './query-state.ts'
import type { SectionProps } from './section.ts'

/** What the page asks for. A key itself stays only in this page's memory, and only while its dialog is open. */
type Asked = { what: 'create' } | { what: 'show'; secret: string } | { what: 'revoke'; id: string }

export function ApiKeysSection({ tenant: { id: tenant } }: SectionProps) {
  const keys = useQuery(api.settings.apiKeys.queryOptions({ tenant }))
  const [asked, setAsked] = useState<Asked | null>(null)
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: api.settings.apiKeys.queryKey({ tenant }) })
    void queries.invalidateQueries({ queryKey: api.tenant.home.queryKey({ tenant }) })
  }
  const create = useMutation(
    api.settings.createApiKey.mutationOptions({
      onSuccess: ({ key }) => setAsked({ what: 'show', secret: key }),
      onSettled: refresh,
      gcTime: 0,
    }),
  )
  const revoke = useMutation(
    api.settings.revokeApiKey.mutationOptions({ onSuccess: () => setAsked(null), onSettled: refresh }),
  )
  const close = () => {
    setAsked(null)
    create.reset()
    revoke.reset()
  }

  const { data } = keys
  if (!data) return <ApiKeysView {...notReady(keys)} />
  const revoked = asked?.what === 'revoke' ? data.keys.find(({ id }) => id === asked.id) : undefined
  return (
    <>
      <ApiKeysView
        state="ready"
        stale={keys.error && problemOf(keys.error)}
        keys={data.keys.map(({ createdAt, usedAt, ...key }) => ({
          ...key,
          createdAt: new Date(createdAt).toISOString(),
          usedAt: usedAt === null ? null : new Date(usedAt).toISOString(),
        }))}
        most={data.most}
        onCreate={() => setAsked({ what: 'create' })}
        onRevoke={(id) => setAsked({ what: 'revoke', id })}
      />
      {asked?.what === 'create' && (
        <CreateKeyDialog {...actionOf(create)} onCreate={(name) => create.mutate({ tenant, name })} onClose={close} />
      )}
      {asked?.what === 'show' && <ApiKeyDialog secret={asked.secret} pingUrl={data.pingUrl} onClose={close} />}
      {revoked && (
        <RevokeKeyDialog
          apiKey={revoked}
          {...actionOf(revoke)}
          onConfirm={() => revoke.mutate({ tenant, id: revoked.id })}
          onClose={close}
        />
      )}
    </>
  )
}
