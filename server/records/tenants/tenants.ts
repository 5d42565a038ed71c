/**
 * Tenants and their members.
 *
 * Promises: a slug belongs to one tenant, decided by a constraint; members never exceed the seats; a repeated creation
 * is the same tenant.
 */
import type { MemberRole } from '../../../machines/vocabulary/people.ts'
import { statement } from '../../store/connection.ts'
import { tierMoves } from '../flow-map/tier-moves.ts'
import { read, readOne, type RecordParts, type Write } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { membership } from './membership.ts'
import { candidates } from './slug.ts'
import { tenantSql } from './tenant-table.ts'
import {
  type Member,
  type NewMember,
  type NewTenant,
  type Tenant,
  toMember,
  toMemberRow,
  toRow,
  toTenant,
} from './tenant-values.ts'

export type { Member, NewMember, NewTenant, Tenant } from './tenant-values.ts'

type Whose = Pick<Member, 'tenant' | 'userId'>
type PlanOf = Pick<Tenant, 'id' | 'plan' | 'planName' | 'limits' | 'seats' | 'catalogueVersion'>

export type Tenants = ReturnType<typeof tenants>

export function tenants({ connection, now }: Pick<RecordParts, 'connection' | 'now'>) {
  const sql = tenantSql(connection.dialect)
  const moveTier = tierMoves(connection.dialect, 'tenant')
  const slugHeldBy = async (tenant: string) => (await readOne(connection, sql.slugOf({ tenant })))?.slug ?? null

  return {
    ...membership({ connection }),

    /**
     * Reserves an address for a tenant, at once and for good; asked again, it is the same one.
     * Throws `slug.exhausted` when every candidate is taken.
     */
    async reserveSlug(tenant: string, company: string): Promise<string> {
      const held = await slugHeldBy(tenant)
      if (held) return held
      for (const slug of candidates(company, tenant)) {
        // the constraint decides; looking first only saves a commit that is sure to be refused
        if (await readOne(connection, sql.holder({ slug }))) continue
        const written = await connection.write([statement(sql.reserve({ slug, tenant }), 'slug.taken', 1)])
        if (written.result === 'written') return slug
        // refused for the tenant's sake, not the slug's: another attempt of the same run was quicker
        const won = await slugHeldBy(tenant)
        if (won) return won
      }
      throw new Refusal('slug.exhausted', `No address is left for tenant ${tenant}.`)
    },

    /** A tenant with its first member, who takes the first seat. A tenant that exists stays as it is. */
    create(tenant: NewTenant, owner: Omit<NewMember, 'tenant' | 'role'>): Write[] {
      const at = now()
      return [
        statement(sql.create(toRow(tenant, at)), 'slug.taken'),
        statement(sql.join(toMemberRow({ ...owner, tenant: tenant.id, role: 'owner' }, at)), 'member.exists'),
      ]
    },

    /** One more member. Refused with `seats.full` or `member.exists`. */
    addMember: (member: NewMember): Write[] => [
      statement(sql.takeSeat({ tenant: member.tenant }), 'seats.full', 1),
      statement(sql.addMember(toMemberRow(member, now())), 'member.exists', 1),
    ],

    /** Everything of the tenant has been made. */
    markReady: (id: string): Write => statement(sql.ready({ id, at: now() }), 'tenant.absent'),

    /**
     * Another plan, with its seats, never fewer than there are members; on the flow map its actors go over to it.
     * Refused with `tenant.absent`.
     */
    changePlan: ({ id, plan, planName, limits, seats, catalogueVersion }: PlanOf): Write[] => [
      statement(
        sql.changePlan({
          id,
          plan,
          plan_name: planName,
          limits: JSON.stringify(limits),
          seats,
          catalogue_version: catalogueVersion,
        }),
        'tenant.absent',
        1,
      ),
      ...moveTier(id, plan),
    ],

    /** Another name, for whoever saw the newest. Refused with `conflict`. */
    rename: (id: string, name: string, seen: number): Write =>
      statement(sql.rename({ id, name, seen, at: now() }), 'conflict', 1),

    /** How a person is called in every tenant they belong to, and what they do in one. Refused with `member.absent`. */
    describe: ({ tenant, userId: user }: Whose, { name, occupation }: Pick<Member, 'name' | 'occupation'>): Write[] => [
      statement(sql.renameMember({ user, name }), 'member.absent'),
      statement(sql.setOccupation({ tenant, user, occupation }), 'member.absent', 1),
    ],

    /** Takes a tenant back: members, address and itself. One that is gone stays gone. */
    remove: (id: string): Write[] => [
      statement(sql.dropMembers({ tenant: id }), 'member.kept'),
      statement(sql.drop({ id }), 'tenant.kept'),
      statement(sql.freeSlug({ tenant: id }), 'slug.kept'),
    ],

    get: async (id: string): Promise<Tenant | null> => {
      const row = await readOne(connection, sql.get({ id }))
      return row && toTenant(row)
    },
    /** How many seats are taken. */
    /** The tenant that holds an address, or null. */
    heldBy: async (slug: string): Promise<string | null> =>
      (await readOne(connection, sql.holder({ slug })))?.tenant ?? null,

    seats: async (id: string): Promise<number> => (await readOne(connection, sql.get({ id })))?.seats_used ?? 0,
    /** The tenants somebody is a member of, oldest first, with what they may do there. */
    tenantsOf: async (user: string): Promise<(Tenant & { role: MemberRole })[]> =>
      (await read(connection, sql.tenantsOf({ user }))).map(({ role, ...row }) => ({
        ...toTenant(row),
        role: role as MemberRole,
      })),
    memberOf: async (tenant: string, user: string): Promise<Member | null> => {
      const row = await readOne(connection, sql.member({ tenant, user }))
      return row && toMember(row)
    },
    members: async (tenant: string): Promise<Member[]> =>
      (await read(connection, sql.members({ tenant }))).map(toMember),
  }
}
