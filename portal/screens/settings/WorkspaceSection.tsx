/** What the workspace is called. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { may } from '../../../machines/vocabulary/permissions.ts'
import { api, queries } from '../../data/api.ts'
import { WorkspaceView } from '../../views/settings/WorkspaceView.tsx'
import { notReady, savingOf } from './query-state.ts'
import type { SectionProps } from './section.ts'

export function WorkspaceSection({ tenant: { id: tenant, role } }: SectionProps) {
  const workspace = useQuery(api.settings.workspace.queryOptions({ tenant }))
  const rename = useMutation(
    api.settings.renameWorkspace.mutationOptions({
      // after a conflict, too: the page then shows what the others made of it
      onSettled: () => {
        void queries.invalidateQueries({ queryKey: api.settings.workspace.queryKey({ tenant }) })
        void queries.invalidateQueries({ queryKey: api.session.me.queryKey() })
      },
    }),
  )
  if (!workspace.data) return <WorkspaceView {...notReady(workspace)} />
  const { name, slug, updatedAt } = workspace.data
  return (
    <WorkspaceView
      state="ready"
      name={name}
      slug={slug}
      version={updatedAt}
      saving={savingOf(rename)}
      mayClose={may(role, 'account.close')}
      onSave={(typed, version) => rename.mutate({ tenant, name: typed, updatedAt: version })}
    />
  )
}
