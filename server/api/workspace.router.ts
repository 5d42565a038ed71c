/** The workspace as its members see it: home, projects, usage, the newest API key. Who may, and in which tenant, is read here. */
import * as z from 'zod/mini'
import { nameSchema } from '../../machines/vocabulary/people.ts'
import type { Doing } from '../../machines/vocabulary/access.ts'
import { may, type Permission } from '../../machines/vocabulary/permissions.ts'
import { Refusal } from '../records/refusal.ts'
import type { Member } from '../records/tenants/tenants.ts'
import type { ApiPorts } from './ports.ts'
import { mustBeOpen } from './access.ts'
import { tenantId, tenantProcedure } from './tenant-procedure.ts'
import { whileSignedIn } from './while-signed-in.ts'
import { absent, Problem, router } from './trpc.ts'

const projectName = nameSchema('project.name.missing')
const inTenant = z.strictObject({ tenant: tenantId })

/**
 * The workspace has a list of its own of those it lets in; whoever is not on it finds nothing. What the records refuse
 * reaches the person as a problem, not as a failure of ours.
 */
const workspaceProcedure = tenantProcedure.use(async ({ ctx, next }) => {
  if (!(await ctx.ports.workspaces.letsIn(ctx.tenant, ctx.caller.userId))) throw absent()
  const done = await next({ ctx })
  if (!done.ok && done.error.cause instanceof Refusal) throw refused(done.error.cause)
  return done
})

/** What the records refuse reaches the person by its code; their message is for the log. */
const refused = ({ code }: Refusal) => new Problem('CONFLICT', code, `The workspace does not allow this now: ${code}.`)

/** Changes of projects and keys, as far as the account leaves the workspace open. */
const writer = (doing: Doing, permission: Permission = 'projects.write') =>
  workspaceProcedure.use(async ({ ctx, next }) => {
    if (!may(ctx.member.role, permission))
      throw new Problem(
        'FORBIDDEN',
        'role.insufficient',
        'Your role may look at this but not change it. Ask an owner or an admin.',
      )
    await mustBeOpen(ctx.ports, ctx.tenant, doing)
    return next({ ctx })
  })

export const workspaceRouter = router({
  /** Everything the home page shows. */
  home: workspaceProcedure.input(inTenant).query(({ ctx }) => home(ctx.ports, ctx.tenant, ctx.member)),

  /** A number that rises whenever something on the home page changed; the page asks again. */
  changes: workspaceProcedure.input(inTenant).subscription(async function* ({ ctx, signal }) {
    for await (const count of whileSignedIn(ctx, signal, (ended) => ctx.ports.workspaceChanges(ctx.tenant, ended))) {
      // a stream outlives its request: it ends with the membership
      if (!(await ctx.ports.tenants.memberOf(ctx.tenant, ctx.caller.userId))) throw absent()
      yield count
    }
  }),

  createProject: writer('project.create')
    .input(z.strictObject({ tenant: tenantId, name: projectName }))
    .mutation(({ ctx, input }) => changed(ctx, ({ workspaces }) => workspaces.projects.create(ctx.tenant, input.name))),

  renameProject: writer('project.change')
    .input(z.strictObject({ tenant: tenantId, id: z.string(), name: projectName, updatedAt: z.int() }))
    .mutation(({ ctx, input }) =>
      changed(ctx, ({ workspaces }) => workspaces.projects.rename(ctx.tenant, input.id, input.name, input.updatedAt)),
    ),

  deleteProject: writer('project.change')
    .input(z.strictObject({ tenant: tenantId, id: z.string() }))
    .mutation(({ ctx, input }) => changed(ctx, ({ workspaces }) => workspaces.projects.remove(ctx.tenant, input.id))),

  /** The key made at set-up, once. */
  revealApiKey: writer('apiKey.change', 'apiKey.manage')
    .input(inTenant)
    .mutation(async ({ ctx }) => {
      const key = await changed(ctx, ({ apiKeys }) => apiKeys.reveal(ctx.tenant))
      if (key === null)
        throw new Problem(
          'CONFLICT',
          'apiKey.shown',
          'This key has been shown once already. Make a new one if it is lost.',
        )
      return { key }
    }),
})

interface InTenant {
  readonly ports: ApiPorts
  readonly tenant: string
}

/** Runs a change and tells watchers. */
async function changed<T>({ ports, tenant }: InTenant, change: (ports: ApiPorts) => Promise<T>): Promise<T> {
  const result = await change(ports)
  ports.workspaceChanged(tenant)
  return result
}

async function home({ tenants, workspaces, apiKeys, now, publicUrl }: ApiPorts, tenantId: string, member: Member) {
  const tenant = await tenants.get(tenantId)
  if (!tenant) throw absent()
  const limits = await workspaces.limits(tenantId)
  const month = new Date(now()).toISOString().slice(0, 7)
  const [requestDays, storageBytes, projects, seats, keys] = await Promise.all([
    workspaces.meterDays(tenantId, 'requests', month),
    workspaces.storageBytes(tenantId),
    workspaces.projects.list(tenantId),
    tenants.seats(tenantId),
    apiKeys.list(tenantId),
  ])
  const usage = {
    days: requestDays.map(({ day, quantity: requests }) => ({ day, requests })),
    total: requestDays.reduce((sum, { quantity }) => sum + quantity, 0),
  }
  // one that can still be shown waits for somebody; after that the newest counts
  const key = keys.find(({ revealedAt }) => revealedAt === null) ?? keys[0]
  return {
    tenant: {
      id: tenantId,
      name: tenant.name,
      slug: tenant.slug,
      planName: tenant.planName,
      createdAt: tenant.createdAt,
      readyAt: tenant.readyAt,
    },
    role: member.role,
    month,
    usage,
    // the plan's limit says how many seats may be bought; here counts how many were
    limits: { ...limits, seats: tenant.seats },
    used: { requests: usage.total, storageBytes, seats, projects: projects.length },
    projects,
    apiKey: key
      ? {
          name: key.name,
          prefix: key.prefix,
          createdAt: key.createdAt,
          revealed: key.revealedAt !== null,
          count: keys.length,
        }
      : null,
    pingUrl: `${publicUrl}/v1/ping`,
  }
}
