/**
 * What a workspace is connected to. Connecting is a flow (`flow.open`); here is the list, and the way to a company that people
 * go to themselves.
 */
import * as z from 'zod/mini'
import { integrationKinds } from '../../machines/integration/integration.types.ts'
import type { View } from '../engine/view.ts'
import { mustBeOpen } from './access.ts'
import { mustBeAble } from './flow-access.ts'
import { challengeOf, stateSubject, verifierOf } from './oauth-state.ts'
import { tenantId, tenantProcedure } from './tenant-procedure.ts'
import { absent, Problem, router } from './trpc.ts'

const STATE_MS = 15 * 60_000

export const integrationRouter = router({
  /** The newest connection of each kind, over or not, as its actor stands; and which kinds can be had at all. */
  list: tenantProcedure
    .input(z.strictObject({ tenant: tenantId }))
    .query(async ({ ctx: { ports, member, tenant } }) => {
      mustBeAble(member, 'workspace.manage')
      const newest = await ports.integrations.newest(tenant)
      const views = await Promise.all(newest.map(({ id }) => ports.engine.view(id, 'member')))
      return {
        kinds: integrationKinds.filter(ports.isConnectable),
        integrations: views.filter((view): view is View => view !== null),
      }
    }),

  /** The address a person goes to to say yes. What comes back with them is good once, for them, and for this connection. */
  authorize: tenantProcedure
    .input(z.strictObject({ tenant: tenantId, id: z.string().check(z.minLength(1), z.maxLength(200)) }))
    .mutation(async ({ ctx: { ports, member, tenant, caller }, input: { id } }) => {
      mustBeAble(member, 'workspace.manage')
      const found = await ports.engine.whose(id)
      if (found?.tenant !== tenant || found.flow !== 'integration') throw absent()
      await mustBeOpen(ports, tenant, 'integration.connect')
      if (!ports.authorizer) throw notNow()
      const event = { type: 'authorization.begun' }
      const begun = await ports.engine.send({ id, event, eventId: crypto.randomUUID(), caller: 'system' })
      if (begun.status !== 'accepted') throw notNow()
      const { tokens, authorizer } = ports
      const { token, write } = tokens.issue({
        purpose: 'oauth-state',
        subject: stateSubject(id, caller.userId),
        tenant,
        lifetimeMs: STATE_MS,
      })
      await ports.connection.write([...tokens.revokeAll(stateSubject(id, caller.userId), ['oauth-state']), write])
      return { url: authorizer.authorizeUrl(token, challengeOf(tokens.tokenFor(verifierOf(token)))) }
    }),
})

const notNow = () =>
  new Problem('CONFLICT', 'integration.notNow', 'This connection cannot be authorized now. Look at it again.')
