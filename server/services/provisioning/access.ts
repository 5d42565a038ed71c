/**
 * Access to a workspace, as a resource of the ledger: given to whoever has a seat, taken from whoever has none.
 *
 * The licences of whoever is shut out go with it.
 *
 * Safe to repeat: letting somebody in twice is letting them in, and so it is with shutting them out; the row of the
 * ledger is named by whom it is about and where. Fails with `workspace.absent`.
 */
import type { GiveAccess, LeaveSeat } from '../../../machines/invitation/invitation.types.ts'
import type { TakeAccess } from '../../../machines/removal/removal.types.ts'
import { Refusal } from '../../records/refusal.ts'
import type { Tenants } from '../../records/tenants/tenants.ts'
import type { Workspaces } from '../../records/workspaces/workspaces.ts'
import { EffectError, type Perform } from '../effect.ts'
import { dropLicences, licenceRows, type LicenceParts } from './licence.ts'

export interface AccessParts extends LicenceParts {
  readonly workspaces: Pick<Workspaces, 'admit' | 'expel'> & LicenceParts['workspaces']
  readonly tenants: Pick<Tenants, 'memberOf' | 'undoJoin'>
  /** Ends every session of somebody. */
  readonly endSessions: (userId: string) => Promise<void>
}

export const giveAccess =
  ({ workspaces, ledger }: AccessParts): Perform<GiveAccess> =>
  async ({ input: { tenantId: tenant, userId }, identity }) => {
    await ledger.intend({ identity, tenant, kind: 'access' })
    await translated(workspaces.admit(tenant, userId))
    return { output: { given: true }, writes: [ledger.present(identity, { userId })] }
  }

/** Takes the access back with the seat that was taken for it. */
export const leaveSeat =
  (parts: AccessParts): Perform<LeaveSeat> =>
  async ({ input: { tenantId: tenant, userId }, identity }) => {
    const { tenants, ledger } = parts
    await shut(parts, tenant, userId)
    const seat = (await tenants.memberOf(tenant, userId)) ? tenants.undoJoin({ tenant, userId }) : []
    const licences = (await licenceRows(parts, tenant, userId)).map((row) => ledger.release(row))
    return { output: { left: true }, writes: [...seat, ...licences, ledger.release(identity)] }
  }

/** Somebody who was invited anew since keeps what they were given since. */
export const takeAccess =
  (parts: AccessParts): Perform<TakeAccess> =>
  async ({ input: { tenantId: tenant, userId }, identity }) => {
    const licences = await dropLicences(parts, tenant, userId)
    if (await parts.tenants.memberOf(tenant, userId)) return { output: { taken: true }, writes: licences }
    await shut(parts, tenant, userId)
    await parts.endSessions(userId)
    return { output: { taken: true }, writes: [...licences, parts.ledger.release(identity)] }
  }

/** Of a workspace that is gone, nobody has to be kept out. */
async function shut({ workspaces }: AccessParts, tenant: string, userId: string): Promise<void> {
  if (await workspaces.exists(tenant)) await translated(workspaces.expel(tenant, userId))
}

async function translated(work: Promise<void>): Promise<void> {
  try {
    await work
  } catch (error) {
    if (error instanceof Refusal) throw new EffectError(error.code, error.message)
    throw error
  }
}
