/** The account of a tenant, and what is said to it. Asked again by itself while something is under way. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { accountIdOf } from '../../machines/account/account.id.ts'
import { api, queries } from '../data/api.ts'
import { isMoving } from './account.ts'

const MOVING_MS = 3000

/** Just after its workspace became ready it may not be there yet. */
const BIRTH_LOOKS = 5

export function useAccount(tenant: string, enabled: boolean) {
  const id = accountIdOf(tenant)
  return useQuery(
    api.flow.view.queryOptions(
      { id },
      {
        enabled,
        retry: (looks) => looks < BIRTH_LOOKS,
        refetchInterval: ({ state }) => (isMoving(state.data) ? MOVING_MS : false),
      },
    ),
  )
}

/** Sends the account an event; what it answers with is what is shown. */
export function useAccountEvent(tenant: string) {
  const id = accountIdOf(tenant)
  const sending = useMutation(
    api.flow.send.mutationOptions({
      onSuccess: ({ view }) => queries.setQueryData(api.flow.view.queryKey({ id }), view),
    }),
  )
  return {
    busy: sending.isPending,
    error: sending.error,
    reset: () => sending.reset(),
    send: (type: 'downgrade.confirmed' | 'downgrade.undone' | 'upgrade.asked', done?: () => void) =>
      sending.mutate({ id, event: { type }, eventId: crypto.randomUUID() }, { onSuccess: () => done?.() }),
  }
}
