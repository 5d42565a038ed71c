/** What one wants to be told, and by which way. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { api, queries } from '../../data/api.ts'
import { PreferencesView } from '../../views/settings/PreferencesView.tsx'
import { actionOf, notReady } from './query-state.ts'
import type { SectionProps } from './section.ts'

export function PreferencesSection({ tenant: { id: tenant } }: SectionProps) {
  const preferences = useQuery(api.notification.preferences.queryOptions({ tenant }))
  const set = useMutation(
    api.notification.setPreference.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: api.notification.preferences.queryKey({ tenant }) }),
    }),
  )
  if (!preferences.data) return <PreferencesView {...notReady(preferences)} />
  const { variables: asked } = set
  return (
    <PreferencesView
      state="ready"
      // a switch stands where it was put while that is being saved
      rows={preferences.data.map((row) => ({
        ...row,
        channels: row.channels.map((way) =>
          set.isPending && asked?.class === row.class && asked.channel === way.channel
            ? { ...way, wanted: asked.wanted }
            : way,
        ),
      }))}
      action={actionOf(set)}
      onSet={(about, channel, wanted) => set.mutate({ tenant, class: about, channel, wanted })}
    />
  )
}
