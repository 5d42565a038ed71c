/**
 * A member's licence, as a resource of the ledger: the workspace knows of it while the records say that they hold it.
 *
 * Both ways are one: the workspace is made to agree with the records, and looked at again. Of a gift and a withdrawal that
 * meet, the one that comes last therefore leaves what was decided last, whichever that is. Safe to repeat: one that is
 * there already is given, one that is gone is taken. Fails with `workspace.absent`.
 */
import type { GiveLicence, TakeLicence } from '../../../machines/licensing/licensing.types.ts'
import type { LicenceOf, Licences } from '../../records/licences/licences.ts'
import type { Write } from '../../records/query.ts'
import { Refusal } from '../../records/refusal.ts'
import type { Ledger } from '../../records/tenants/ledger.ts'
import type { Tenants } from '../../records/tenants/tenants.ts'
import type { Workspaces } from '../../records/workspaces/workspaces.ts'
import { EffectError, type Job, type Perform } from '../effect.ts'

export interface LicenceParts {
  readonly licences: Pick<Licences, 'isHeld' | 'settle'>
  readonly workspaces: Pick<Workspaces, 'exists' | 'giveLicence' | 'takeLicence'>
  readonly ledger: Pick<Ledger, 'intend' | 'present' | 'release' | 'of'>
  readonly tenants: Pick<Tenants, 'memberOf'>
}

export const giveLicence = (parts: LicenceParts): Perform<GiveLicence> => bring(parts)
export const takeLicence = (parts: LicenceParts): Perform<TakeLicence> => bring(parts)

const bring =
  (parts: LicenceParts) =>
  async ({ input: { changeId, tenantId: tenant, userId, licence: key }, identity }: Job<GiveLicence['input']>) => {
    const { ledger, licences } = parts
    const which = { tenant, key, userId }
    const held = await agreed(parts, which, identity)
    const row = held ? ledger.present(identity, { userId, licence: key }) : ledger.release(identity)
    return { output: { held }, writes: [row, licences.settle(which, changeId)] }
  }

/** For whoever goes: the workspace drops what the records say they hold no more. */
export async function dropLicences(parts: LicenceParts, tenant: string, userId: string): Promise<Write[]> {
  const writes: Write[] = []
  for (const identity of await licenceRows(parts, tenant, userId)) {
    const key = identity.split('/')[2]!
    if (!(await agreed(parts, { tenant, key, userId }, identity))) writes.push(parts.ledger.release(identity))
  }
  return writes
}

/** What the ledger knows somebody's licences by, as far as the workspace may still have them. */
export const licenceRows = async ({ ledger }: Pick<LicenceParts, 'ledger'>, tenant: string, userId: string) =>
  (await ledger.of(tenant))
    .filter(
      ({ kind, status, identity }) => kind === 'licence' && status !== 'released' && identity.endsWith(`/${userId}`),
    )
    .map(({ identity }) => identity)

/** Whether they hold it, once the workspace says the same. Another turn needs another change, so this ends. */
async function agreed(parts: LicenceParts, which: LicenceOf, identity: string): Promise<boolean> {
  const held = await parts.licences.isHeld(which)
  await translated(held ? give(parts, which, identity) : take(parts, which))
  return (await parts.licences.isHeld(which)) === held ? held : agreed(parts, which, identity)
}

async function give({ ledger, tenants, workspaces }: LicenceParts, which: LicenceOf, identity: string) {
  const { tenant, key, userId } = which
  const member = await tenants.memberOf(tenant, userId)
  // gone since: the licence went with them, and the next look says so
  if (!member) return
  await ledger.intend({ identity, tenant, kind: 'licence' })
  await workspaces.giveLicence(tenant, key, { id: userId, email: member.email })
}

/** In a workspace that is gone, nobody holds anything. */
async function take({ workspaces }: LicenceParts, { tenant, key, userId }: LicenceOf) {
  if (await workspaces.exists(tenant)) await workspaces.takeLicence(tenant, key, userId)
}

async function translated(work: Promise<void>): Promise<void> {
  try {
    await work
  } catch (error) {
    if (error instanceof Refusal) throw new EffectError(error.code, error.message)
    throw error
  }
}
