/**
 * The flow API: generic and small. Start a flow, send it events, see it, watch it. What may be sent, by whom and when
 * is the machine's business.
 */
import { tracked } from '@trpc/server'
import * as z from 'zod/mini'
import type { Doing } from '../../machines/vocabulary/access.ts'
import type { Permission } from '../../machines/vocabulary/permissions.ts'
import type { Answer } from '../engine/answer.ts'
import type { View } from '../engine/view.ts'
import type { Write } from '../records/query.ts'
import type { TokenPurpose } from '../records/tokens/tokens.ts'
import { mustBeOpen } from './access.ts'
import { auditedBy } from './audited.ts'
import { type Access, accessStill, accessTo, insufficient, mustBeAble } from './flow-access.ts'
import { leaveAs, mustBeWithin } from './leave-as.ts'
import { oneOfEach } from './one-of-each.ts'
import { oneOfTenant } from './one-of-tenant.ts'
import type { ApiPorts, CardForm } from './ports.ts'
import { tenantId, tenantProcedure } from './tenant-procedure.ts'
import { flowProcedure, noteRefusal } from './flow-procedure.ts'
import { whileSignedIn } from './while-signed-in.ts'
import { absent, type Context, Problem, procedure, router } from './trpc.ts'

const DAY = 86_400_000
/** A flow token lives in a page's memory; the resume token brings the next one. */
const FLOW_TOKEN_MS = DAY
/** As long as an onboarding can last: set-up, reminders, abandonment and its end. */
const RESUME_TOKEN_MS = 60 * DAY

const id = z.string().check(z.minLength(1), z.maxLength(200))
const cursorSchema = z.record(z.string(), z.int())

export const flowRouter = router({
  /** Starts a flow for a visitor. The answer's tokens are shown once: `token` for this page, `resume` for later ones. */
  start: procedure
    .input(z.strictObject({ machine: z.enum(['onboarding', 'signIn']), input: z._default(z.looseObject({}), {}) }))
    .mutation(async ({ ctx: { ports }, input: { machine, input } }) => {
      const { start } = ports.engine.registry.newest(machine).flow
      const parsed = start?.given.safeParse(input)
      if (!start || !parsed?.success) throw unstartable(machine)
      await refuseUnknownKey(ports, machine, parsed.data as Record<string, unknown>)
      const actor = `${start.prefix}_${crypto.randomUUID()}`
      const token = issue(ports, actor, 'flow', FLOW_TOKEN_MS)
      const resume = issue(ports, actor, 'resume', RESUME_TOKEN_MS)
      await ports.engine.start({
        flow: machine,
        id: actor,
        tenant: 'visitors',
        input: start.input(actor, parsed.data as never, undefined as never),
        writes: [token.write, resume.write],
      })
      return { id: actor, token: token.token, resume: resume.token, view: await view(ports, actor, visitors) }
    }),

  /** Starts a flow in a member's tenant, or finds the one that was started under the same id. */
  open: tenantProcedure
    .meta({ audit: 'actor', embedded: true })
    .input(
      z.strictObject({
        tenant: tenantId,
        machine: z.string().check(z.maxLength(40)),
        input: z._default(z.looseObject({}), {}),
        /** Chosen by the caller, so that a repeat starts nothing. */
        startId: z.uuid(),
      }),
    )
    .mutation(async ({ ctx: { ports, member, tenant, caller, from }, input: { machine, input, startId } }) => {
      const start = startOf(ports, machine)
      const parsed = start?.permission ? start.given.safeParse(input) : null
      if (!start?.permission || !parsed?.success) throw unstartable(machine)
      mustBeWithin(caller, machine)
      mustBeAble(member, start.permission as Permission)
      if (start.doing) await mustBeOpen(ports, tenant, start.doing as Doing)
      const { userId, email, name } = caller
      const wanted = `${start.prefix}_${startId}`
      const found = await ports.engine.whose(wanted)
      if (found && found.tenant !== tenant) throw absent()
      const starter = { tenant, userId, email, name, role: member.role }
      if (start.allows && !start.allows(parsed.data as never, starter as never)) throw insufficient()
      const given = start.input(wanted, parsed.data as never, starter as never)
      const begin = (writes: readonly Write[]) =>
        ports.engine.start({
          flow: machine,
          id: wanted,
          tenant,
          ...(!start.ownKey && { keyId: tenant }),
          input: given,
          writes,
          by: auditedBy(member, from),
        })
      const kind = found ? undefined : start.oneOfEach?.(parsed.data as never)
      const actor = start.oneOfTenant
        ? await oneOfTenant(ports, { tenant, flow: machine, actor: wanted, begin })
        : kind !== undefined
          ? await oneOfEach(ports, { tenant, kind, actor: wanted, begin })
          : await begin([]).then(() => wanted)
      return { id: actor, view: await view(ports, actor, await accessTo({ ports, caller }, actor)) }
    }),

  /** The tenant's own actor of a flow of which it has one at a time, over or not; null when there never was one. */
  current: tenantProcedure
    .meta({ embedded: true })
    .input(z.strictObject({ tenant: tenantId, machine: z.string().check(z.maxLength(40)) }))
    .query(async ({ ctx: { ports, tenant, caller }, input: { machine } }) => {
      mustBeWithin(caller, machine)
      const actor = await ports.tenantFlows.current(tenant, machine)
      if (actor === null) return null
      return { id: actor, view: await view(ports, actor, await accessTo({ ports, caller }, actor)) }
    }),

  /** A new flow token for a page that was closed, reloaded, or opened on another device. */
  resume: procedure.input(z.strictObject({ resume: id })).mutation(async ({ ctx: { ports }, input }) => {
    const found = await ports.tokens.find('resume', input.resume)
    if (!found) throw absent()
    const token = issue(ports, found.subject, 'flow', FLOW_TOKEN_MS)
    await ports.connection.write([token.write])
    return { id: found.subject, token: token.token, view: await view(ports, found.subject, visitors) }
  }),

  send: flowProcedure
    .input(z.strictObject({ id, event: z.looseObject({ type: z.string() }), eventId: id, ifSeq: z.optional(z.int()) }))
    .mutation(async ({ ctx, input }): Promise<{ outcome: Answer; view: View }> => {
      const access = await accessTo(ctx, input.id)
      const by = access.member && auditedBy(access.member, ctx.from)
      if (!access.may(input.event.type)) throw insufficient()
      const outcome = await ctx.ports.engine.send({
        ...input,
        caller: access.kind,
        ...(by && { by }),
        ...(input.ifSeq !== undefined && { ifSeq: input.ifSeq }),
      })
      if (outcome.status === 'absent') throw absent()
      if (outcome.status === 'forbidden') await noteRefusal(ctx, input)
      return { outcome, view: await view(ctx.ports, input.id, access) }
    }),

  view: flowProcedure
    .input(z.strictObject({ id }))
    .query(async ({ ctx, input }) => view(ctx.ports, input.id, await accessTo(ctx, input.id))),

  /** Every flow a page shows, on one stream. A reconnect names the last lines it has. */
  watch: procedure
    .input(
      z.strictObject({
        ids: z.array(id).check(z.minLength(1), z.maxLength(20)),
        cursor: z.optional(cursorSchema),
        lastEventId: z.nullish(z.string().check(z.maxLength(5000))),
      }),
    )
    .subscription(async function* ({ ctx, input: { ids, cursor = {}, lastEventId }, signal }) {
      const accesses = new Map<string, Access>()
      for (const one of ids) accesses.set(one, await accessTo(ctx, one))
      const since = readCursor(lastEventId) ?? cursor
      const kind = accesses.get(ids[0]!)!.kind
      const watching = (ended: AbortSignal) => ctx.ports.engine.watch(ids, since, kind, ended)
      for await (const { view, cursor: now } of whileSignedIn(ctx, signal, watching)) {
        const access = await accessStill(ctx, accesses.get(view.id)!, view.id)
        yield tracked(JSON.stringify(now), asSeenBy(view, access))
      }
    }),

  /** What the provider's card form needs, while a payment waits for its person. Nothing of it is kept by us. */
  cardForm: flowProcedure.input(z.strictObject({ id })).query(async ({ ctx, input }): Promise<CardForm> => {
    // a member's role may let them see a flow and not pay for it
    if (!(await accessTo(ctx, input.id)).may('card.submitted')) throw insufficient()
    const form = await ctx.ports.cardForm(input.id)
    if (!form) throw new Problem('CONFLICT', 'payment.noForm', 'This payment waits for no card now. Look at it again.')
    return form
  }),

  /**
   * For whoever proved their address by a code and does not enter the portal: the workspaces they may close, and, for one
   * of them, a token that speaks for them there and in nothing but its leaving, for an hour.
   */
  leave: procedure
    .input(z.strictObject({ id, tenant: z.optional(tenantId) }))
    .mutation(({ ctx, input }) => leaveAs(ctx, input)),

  /** A token that opens the portal, once, within two minutes. Only while the flow stands at its door. */
  handOver: flowProcedure.input(z.strictObject({ id })).mutation(async ({ ctx, input }) => {
    await mustBeVisitors(ctx, input.id)
    const { ports } = ctx
    const seen = await ports.engine.view(input.id, 'system')
    if (!opensSession(seen)) throw new Problem('CONFLICT', 'handOver.closed', 'This door has closed. Sign in instead.')
    const token = issue(ports, input.id, 'hand-off', 2 * 60_000)
    await ports.connection.write([token.write])
    return { action: `${ports.publicUrl}/portal/enter`, token: token.token }
  }),
})

/** The states in which a flow may hand over to a session. */
const opensSession = (view: View | null) =>
  (view?.machine.id === 'onboarding' && view.value === 'ready') ||
  (view?.machine.id === 'signIn' && view.value === 'accepted')

const issue = (ports: ApiPorts, subject: string, purpose: TokenPurpose, lifetimeMs: number) =>
  ports.tokens.issue({ purpose, subject, tenant: 'visitors', lifetimeMs })

/** An embedded flow is started under a key its site was given. */
async function refuseUnknownKey(ports: ApiPorts, machine: string, { embeddingKey }: Record<string, unknown>) {
  if (embeddingKey === undefined) return
  const key = await ports.embeddingKey(String(embeddingKey))
  if (key?.flow === machine) return
  const message = `No embedding key '${String(embeddingKey)}' for this flow. Check the key attribute of <tenure-flow>.`
  throw new Problem('NOT_FOUND', 'embedding.unknown', message)
}

const visitors: Access = { kind: 'visitor', member: null, may: () => true }

const unstartable = (machine: string) =>
  new Problem('BAD_REQUEST', 'input.invalid', `The flow '${machine}' cannot be started with this input.`)

/** Null for a chart nobody registered, or one that only the server starts. */
function startOf({ engine }: ApiPorts, machine: string) {
  try {
    return engine.registry.newest(machine).flow.start
  } catch {
    return null
  }
}

/** Doors are for the person who signs up. */
async function mustBeVisitors(ctx: Context, actor: string) {
  if ((await accessTo(ctx, actor)).kind !== 'visitor') throw absent()
}

async function view(ports: ApiPorts, actor: string, access: Access): Promise<View> {
  const seen = await ports.engine.view(actor, access.kind)
  if (!seen) throw absent()
  return asSeenBy(seen, access)
}

/** What the caller's role may not send is not offered either. */
const asSeenBy = (seen: View, { may }: Access): View => ({ ...seen, enabled: seen.enabled.filter(may) })

/** What a watcher had, from the id of the last message it got. Anything else starts over. */
function readCursor(lastEventId: string | null | undefined): Record<string, number> | null {
  if (!lastEventId) return null
  try {
    const parsed = cursorSchema.safeParse(JSON.parse(lastEventId))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
