/** The server's home page as the view shows it. */
import type { Outputs } from '../../widget/client/wire.ts'
import type { ApiKey, LimitUse, Project, Usage, Workspace } from '../views/home-types.ts'

type Home = Outputs['tenant']['home']

export const workspaceOf = ({ tenant }: Home): Workspace => ({
  name: tenant.name,
  planName: tenant.planName,
  since: iso(tenant.createdAt),
  setUpSeconds: tenant.readyAt === null ? null : Math.max(1, Math.round((tenant.readyAt - tenant.createdAt) / 1000)),
})

export function usageOf({ month, usage, limits }: Home): Usage {
  const first = new Date(`${month}-01T00:00:00Z`)
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0))
  const today = new Date().getUTCDate()
  const byDay = new Map(usage.days.map(({ day, requests }) => [Number(day.slice(-2)), requests]))
  return {
    month: first.toLocaleDateString('en', { month: 'long', timeZone: 'UTC' }),
    days: Array.from({ length: today }, (_, index) => ({ day: index + 1, requests: byDay.get(index + 1) ?? 0 })),
    daysInMonth: last.getUTCDate(),
    total: usage.total,
    limit: limits.requestsPerMonth,
  }
}

export const limitsOf = ({ used, limits }: Home): LimitUse[] => [
  { key: 'requests', label: 'Requests', used: used.requests, limit: limits.requestsPerMonth, unit: 'count' },
  { key: 'storage', label: 'Storage', used: used.storageBytes, limit: limits.storageBytes, unit: 'bytes' },
  { key: 'seats', label: 'Seats', used: used.seats, limit: limits.seats, unit: 'count' },
  { key: 'projects', label: 'Projects', used: used.projects, limit: limits.projects, unit: 'count' },
]

export const projectsOf = ({ projects }: Home): Project[] =>
  projects.map(({ id, name, createdAt }) => ({ id, name, createdAt: iso(createdAt) }))

export const apiKeyOf = ({ apiKey }: Home): ApiKey | null => apiKey && { ...apiKey, createdAt: iso(apiKey.createdAt) }

const iso = (at: number) => new Date(at).toISOString()
