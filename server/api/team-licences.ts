/**
 * Licences of a team: who holds which, and their giving and taking back. Each change is counted in the commit that starts
 * its actor, which takes it to the workspace; how far it is stands in the list.
 */
import * as z from 'zod/mini'
import { BirthRefused } from '../engine/loop.ts'
import type { LicencePool } from '../records/licences/licences.ts'
import type { Member } from '../records/tenants/tenants.ts'
import { mustBeOpen } from './access.ts'
import { handled, refused } from './handled.ts'
import type { ApiPorts } from './ports.ts'
import { reached } from './reached.ts'
import { tenantId, tenantProcedure } from './tenant-procedure.ts'

const whoseLicence = z.strictObject({
  tenant: tenantId,
  userId: z.string().check(z.minLength(1), z.maxLength(100)),
  licence: z.string().check(z.minLength(1), z.maxLength(100)),
})

/** How long a change may keep its caller waiting; it is decided by then in any case. */
const PATIENCE_MS = 5000

export const licenceProcedures = {
  /** Refused with `licence.none`, `licence.held`, `licence.unknown`, `member.absent`, and as `mustBeOpen` says. */
  assignLicence: tenantProcedure
    .input(whoseLicence)
    .mutation(async ({ ctx: { ports, member, tenant, about }, input }) => {
      const { whom, pool } = await asked(ports, member, input)
      about({ what: whom.name, after: pool.name })
      await mustBeOpen(ports, tenant, 'licence.assign')
      await change(ports, member, whom, pool, 'give')
    }),

  /** Possible as long as there is anything at all. Refused with `licence.absent`, `licence.unknown`, `member.absent`. */
  withdrawLicence: tenantProcedure.input(whoseLicence).mutation(async ({ ctx: { ports, member, about }, input }) => {
    const { whom, pool } = await asked(ports, member, input)
    about({ what: whom.name, before: pool.name })
    await change(ports, member, whom, pool, 'take')
  }),
}

/** Whose licence it is and of which kind, where this member may have a say. */
async function asked(ports: ApiPorts, by: Member, { userId, licence }: z.infer<typeof whoseLicence>) {
  const whom = await handled(ports, by, userId)
  const pool = (await ports.licences.pools(by.tenant)).find(({ key }) => key === licence)
  if (!pool) throw refused('licence.unknown')
  return { whom, pool }
}

async function change(ports: ApiPorts, by: Member, whom: Member, { key }: LicencePool, to: 'give' | 'take') {
  const { engine, licences, tenants } = ports
  const { tenant, userId } = whom
  const changeId = `lic_${crypto.randomUUID()}`
  const which = { tenant, key, userId }
  const counted = to === 'give' ? licences.assign(which, changeId) : licences.withdraw(which, changeId)
  const input = { changeId, tenantId: tenant, userId, licence: key, change: to }
  const writes = [...tenants.stillHandles(by, whom), ...counted]
  try {
    await engine.start({ flow: 'licensing', id: changeId, tenant, keyId: tenant, input, writes })
  } catch (error) {
    throw error instanceof BirthRefused ? refused(error.code) : error
  }
  ports.workspaceChanged(tenant)
  await reached(engine, changeId, ({ value }) => value !== 'giving' && value !== 'taking', PATIENCE_MS)
  ports.workspaceChanged(tenant)
}

/** Where a member's licence stands: as its change's chart says, and `held` when there is none. */
export type LicenceState = 'held' | (typeof changing)[number]
/** The last two wait for one of us. */
const changing = ['giving', 'taking', 'notGiven', 'notTaken'] as const

/** The kinds there are, and who holds what; one that is being taken back still stands there. */
export async function licencesOf({ licences, engine }: Pick<ApiPorts, 'licences' | 'engine'>, tenant: string) {
  const [pools, held, open] = await Promise.all([
    licences.pools(tenant),
    licences.held(tenant),
    licences.changes(tenant),
  ])
  const changes = await Promise.all(
    open.map(async ({ flow, ...which }) => ({ ...which, state: stateOf((await engine.view(flow, 'system'))?.value) })),
  )
  const settled = held.filter((one) => !changes.some(({ key, userId }) => key === one.key && userId === one.userId))
  return {
    pools,
    held: [
      ...settled.map(({ key, userId }) => ({ key, userId, state: 'held' as LicenceState })),
      ...changes.map(({ key, userId, state }) => ({ key, userId, state })),
    ],
  }
}

/** One that has just ended may still stand there for a moment. */
const stateOf = (value: unknown): LicenceState =>
  changing.find((state) => state === value) ?? (value === 'taken' ? 'taking' : 'giving')
