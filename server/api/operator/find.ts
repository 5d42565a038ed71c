/** Finds actors by whatever an operator has in hand: an actor's id, a workspace's id or name, an address. */
import type { ApiPorts } from '../ports.ts'

export interface Found {
  readonly actor: string
  readonly flow: string
  readonly tenant: { readonly id: string; readonly name: string } | null
}

/** Actors of one workspace in an answer. */
const MOST = 50

/** Nothing found is an empty list. An address is compared and never shown. */
export async function find(ports: ApiPorts, text: string): Promise<Found[]> {
  const wanted = text.trim()
  const exact = await ports.engine.look(wanted)
  if (exact) return [{ actor: exact.id, flow: exact.flow, tenant: await named(ports, exact.tenant) }]
  const tenants = await tenantsOf(ports, wanted)
  return (await Promise.all(tenants.map((tenant) => actorsOf(ports, tenant)))).flat()
}

async function actorsOf(ports: ApiPorts, id: string): Promise<Found[]> {
  const tenant = await named(ports, id)
  return (await ports.flowMap.ofTenant(id, MOST)).map(({ actor, flow }) => ({ actor, flow, tenant }))
}

async function named({ tenants }: ApiPorts, id: string): Promise<Found['tenant']> {
  const tenant = await tenants.get(id)
  return tenant && { id, name: tenant.name }
}

async function tenantsOf({ tenants, accountOf }: ApiPorts, wanted: string): Promise<string[]> {
  if (wanted.includes('@')) {
    const userId = await accountOf(wanted.toLowerCase())
    return userId ? (await tenants.tenantsOf(userId)).map(({ id }) => id) : []
  }
  const tenant = (await tenants.get(wanted))?.id ?? (await tenants.heldBy(wanted))
  return tenant ? [tenant] : []
}
