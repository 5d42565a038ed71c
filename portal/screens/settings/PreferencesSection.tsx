/** What one wants to be told, and by which way. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Channel, NoticeClass } from '../../../machines/vocabulary/notices.ts'
import { api, queries } from '../../data/api.ts'
import { PreferencesView } from '../../views/settings/PreferencesView.tsx'
import { actionOf, notReady } from './query-state.ts'
import type { SectionProps } from './section.ts'

/** A switch that was put somewhere and is not saved yet. */
interface Put {
  readonly class: NoticeClass
  readonly channel: Channel
  readonly wanted: boolean
}

export function PreferencesSection({ tenant: { id: tenant } }: SectionProps) {
  const preferences = useQuery(api.notification.preferences.queryOptions({ tenant }))
  const [put, setPut] = useState<Put | null>(null)
  const set = useMutation(
    api.notification.setPreference.mutationOptions({
      async onSettled() {
        await queries.invalidateQueries({ queryKey: api.notification.preferences.queryKey({ tenant }) })
        setPut(null)
      },
    }),
  )
  if (!preferences.data) return <PreferencesView {...notReady(preferences)} />
  return (
    <PreferencesView
      state="ready"
      // a switch stands where it was put while that is being saved
      rows={preferences.data.map((row) => ({
        ...row,
        channels: row.channels.map((way) =>
          put?.class === row.class && put.channel === way.channel ? { ...way, wanted: put.wanted } : way,
        ),
      }))}
      action={actionOf(set)}
      onSet={(about, channel, wanted) => {
        const next = { class: about, channel, wanted }
        setPut(next)
        set.mutate({ tenant, ...next })
      }}
    />
  )
}
