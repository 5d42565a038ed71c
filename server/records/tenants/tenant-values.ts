/** Tenants and members as the rest of the server knows them; columns become values here and nowhere else. */
import type { MemberRole, Occupation } from '../../../machines/vocabulary/people.ts'
import type { Limits } from '../../../machines/vocabulary/plans.ts'
import type { MemberRow, TenantRow } from './tenant-table.ts'

export interface Tenant {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly plan: string
  readonly planName: string
  readonly limits: Limits
  readonly catalogueVersion: string
  readonly status: 'live'
  readonly seats: number
  readonly seatsUsed: number
  readonly createdAt: number
  /** When everything of it had been made; null until then. */
  readonly readyAt: number | null
  /** Moves with its name: whoever changes that says which one they saw. */
  readonly updatedAt: number
}
export interface Member {
  readonly tenant: string
  readonly userId: string
  readonly email: string
  readonly name: string
  readonly role: MemberRole
  readonly occupation: Occupation
  readonly joinedAt: number
}
export type NewTenant = Pick<
  Tenant,
  'id' | 'slug' | 'name' | 'plan' | 'planName' | 'limits' | 'seats' | 'catalogueVersion'
>
export type NewMember = Omit<Member, 'joinedAt'>

export const toRow = (tenant: NewTenant, at: number): TenantRow => ({
  id: tenant.id,
  slug: tenant.slug,
  name: tenant.name,
  plan: tenant.plan,
  plan_name: tenant.planName,
  limits: JSON.stringify(tenant.limits),
  catalogue_version: tenant.catalogueVersion,
  status: 'live',
  seats: tenant.seats,
  seats_used: 1,
  created_at: at,
  ready_at: null,
  updated_at: at,
})

export const toTenant = (row: TenantRow): Tenant => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  plan: row.plan,
  planName: row.plan_name,
  limits: JSON.parse(row.limits) as Limits,
  catalogueVersion: row.catalogue_version,
  status: row.status,
  seats: row.seats,
  seatsUsed: row.seats_used,
  createdAt: row.created_at,
  readyAt: row.ready_at,
  updatedAt: row.updated_at,
})

export const toMemberRow = ({ tenant, userId, email, name, role, occupation }: NewMember, at: number): MemberRow => ({
  tenant,
  user_id: userId,
  email,
  name,
  role,
  occupation,
  joined_at: at,
})

export const toMember = (row: MemberRow): Member => ({
  tenant: row.tenant,
  userId: row.user_id,
  email: row.email,
  name: row.name,
  role: row.role as MemberRole,
  occupation: row.occupation as Occupation,
  joinedAt: row.joined_at,
})
