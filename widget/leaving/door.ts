/** The way into one workspace's leaving, for whoever proved their address: nothing of it is kept by the browser. */
import { type Client, type Connection, openClient, persistently } from '../client/connection.ts'
import { openWatches } from '../client/watches.ts'
import type { View } from '../client/wire.ts'

export interface Door {
  readonly tenant: string
  readonly company: string
  /** The leaving as it stands, over or not; null when nobody has begun. */
  current(): Promise<View | null>
  /** Begins it, or finds the one that somebody else has begun. */
  begin(): Promise<View>
  /** Speaks to that leaving. */
  connection(id: string): Connection
}

export interface DoorKey {
  readonly base: string
  readonly tenant: string
  readonly name: string
  readonly token: string
}

export function openDoor({ base, tenant, name: company, token }: DoorKey): Door {
  const client: Client = openClient(base, () => token)
  const watches = openWatches(client, () => {})
  const asked = { tenant, machine: 'offboarding' }
  return {
    tenant,
    company,
    current: async () => (await persistently(() => client.flow.current.query(asked)))?.view ?? null,
    async begin() {
      // one id for every try: a repeat finds what the first has begun
      const startId = crypto.randomUUID()
      return (await persistently(() => client.flow.open.mutate({ ...asked, startId }))).view
    },
    connection: (id) => ({
      async send(event, eventId) {
        const answered = await persistently(() => client.flow.send.mutate({ id, event, eventId }))
        watches.saw(answered.view)
        return answered
      },
      watch: (onView) => watches.add(id, onView),
    }),
  }
}
