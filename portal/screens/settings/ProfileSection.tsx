/** One's own name, and one's own password. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, queries } from '../../data/api.ts'
import { problemOf } from '../../data/problem.ts'
import { ProfileView } from '../../views/settings/ProfileView.tsx'
import { notReady, savingOf } from './query-state.ts'
import type { SectionProps } from './section.ts'

export function ProfileSection({ tenant: { id: tenant } }: SectionProps) {
  const profile = useQuery(api.settings.profile.queryOptions({ tenant }))
  const save = useMutation(
    api.settings.saveProfile.mutationOptions({
      onSuccess: (saved) => {
        queries.setQueryData(api.settings.profile.queryKey({ tenant }), saved)
        // the name stands in the frame, and on the team's page
        void queries.invalidateQueries({ queryKey: api.session.me.queryKey() })
        void queries.invalidateQueries({ queryKey: api.team.list.queryKey({ tenant }) })
      },
    }),
  )
  const password = usePassword(tenant)
  if (!profile.data) return <ProfileView {...notReady(profile)} />
  return (
    <ProfileView
      state="ready"
      profile={profile.data}
      saving={savingOf(save)}
      password={password}
      onSave={(values) => save.mutate({ tenant, ...values })}
    />
  )
}

/** Passwords stand in the form's own fields, and beside a try for as long as that may be shown as wrong. */
function usePassword(tenant: string) {
  const [round, setRound] = useState(0)
  const [done, setDone] = useState<'changed' | 'under way' | null>(null)
  const change = useMutation(api.settings.changePassword.mutationOptions({ gcTime: 0 }))
  const onSuccess = (answer: { done: boolean }) => {
    // forgets what was typed: it is kept beside the answer
    change.reset()
    setDone(answer.done ? 'changed' : 'under way')
    setRound((before) => before + 1)
    void queries.invalidateQueries({ queryKey: api.session.list.queryKey() })
  }
  return {
    busy: change.isPending,
    problem: change.error && problemOf(change.error),
    done,
    round,
    onChange(values: { current: string; next: string }) {
      setDone(null)
      change.mutate({ tenant, ...values }, { onSuccess })
    },
  }
}
