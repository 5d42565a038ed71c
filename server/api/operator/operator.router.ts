/** What the operator's console asks for. Everything here only reads; what is about a person is hidden before it leaves. */
import { tracked } from '@trpc/server'
import * as z from 'zod/mini'
import { absent, router, signedOut } from '../trpc.ts'
import { actorSeen } from './actor.ts'
import { find } from './find.ts'
import { flowInput, flowSeen, whoInput, whoSeen } from './flows.ts'
import { journalOf, standingAt } from './journey.ts'
import { operatorProcedure } from './operator-procedure.ts'

const id = z.string().check(z.minLength(1), z.maxLength(300))
const line = z.int().check(z.gte(1))
/** Lines of a journal in one answer. */
const MOST_LINES = 500

export const operatorRouter = router({
  me: operatorProcedure.query(({ ctx: { caller } }) => ({ email: caller.email, name: caller.name })),

  /** Every flow somebody is or was in, and what it can be narrowed to. */
  overview: operatorProcedure.input(z.strictObject({})).query(({ ctx: { ports } }) => ports.flowMap.overview()),

  /** One flow: how many are where, how they went on, and how long that took. */
  flow: operatorProcedure.input(flowInput).query(({ ctx: { ports }, input }) => flowSeen(ports, input)),

  /** Who is in a state, longest there first. */
  who: operatorProcedure.input(whoInput).query(({ ctx: { ports }, input }) => whoSeen(ports, input)),

  /** Actors by their own id, or by a workspace's id, address or a member's e-mail address. */
  find: operatorProcedure
    .input(z.strictObject({ text: z.string().check(z.minLength(1), z.maxLength(300)) }))
    .query(({ ctx: { ports }, input }) => find(ports, input.text)),

  actor: operatorProcedure.input(z.strictObject({ id })).query(async ({ ctx: { ports }, input }) => {
    const seen = await actorSeen(ports, input.id)
    if (!seen) throw absent()
    return seen
  }),

  /** Lines `from` to `to` of an actor's journal, oldest first; at most 500. */
  journal: operatorProcedure
    .input(
      z.strictObject({ id, from: line, to: line }).check(
        z.refine(({ from, to }) => to >= from && to - from < MOST_LINES, {
          error: `Ask for a line and one after it, and for at most ${MOST_LINES} lines.`,
        }),
      ),
    )
    .query(async ({ ctx: { ports }, input: { id, from, to } }) => {
      const entries = await journalOf(ports, id, from, to)
      if (!entries) throw absent()
      return entries
    }),

  /** Where an actor stood after a line of its journal. */
  moment: operatorProcedure.input(z.strictObject({ id, seq: line })).query(async ({ ctx: { ports }, input }) => {
    const standing = await standingAt(ports, input.id, input.seq)
    if (!standing) throw absent()
    return standing
  }),

  /** The newest line of an actor, whenever there is one. */
  watch: operatorProcedure
    .input(z.strictObject({ id, lastEventId: z.nullish(z.string().check(z.maxLength(40))) }))
    .subscription(async function* ({ ctx: { ports, caller }, input: { id, lastEventId }, signal }) {
      const closed = signal ?? new AbortController().signal
      const has = Number(lastEventId)
      for await (const { view } of ports.engine.watch([id], { [id]: has }, 'operator', closed)) {
        // a stream outlives its request, and must not outlive its session
        if (!(await ports.isOperatorStill(caller.sessionId))) throw signedOut()
        yield tracked(String(view.seq), { seq: view.seq })
      }
    }),
})
