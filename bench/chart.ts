/** A chart of 18 states and 8 events, as a flow of the product has them, going round for ever. */
import { assign, setup } from 'xstate'
import * as z from 'zod/mini'
import type { FlowDefinition } from '../server/engine/definition.ts'

const STATES = 18

const step = (index: number) => ({
  tags: 'waiting on person',
  on: { 'step.taken': { target: `step${(index + 1) % STATES}`, actions: 'note' }, 'step.back': 'step0' },
})

const benchMachine = setup({
  types: {
    context: {} as { taken: number; note: string; name: string; company: string },
    events: {} as { type: string; note?: string },
  },
  actions: { note: assign({ taken: ({ context }) => context.taken + 1, note: ({ event }) => event.note ?? '' }) },
}).createMachine({
  id: 'bench',
  version: '1',
  context: { taken: 0, note: '', name: 'Mara Lindqvist', company: 'Fernhill Studio' },
  initial: 'step0',
  on: { 'a.told': {}, 'b.told': {}, 'c.told': {}, 'd.told': {}, 'e.told': {}, 'f.told': {} },
  states: Object.fromEntries(Array.from({ length: STATES }, (_, index) => [`step${index}`, step(index)])) as never,
})

const types = ['step.taken', 'step.back', 'a.told', 'b.told', 'c.told', 'd.told', 'e.told', 'f.told']

export const benchFlow: FlowDefinition = {
  machine: benchMachine as never,
  start: null,
  events: Object.fromEntries(
    types.map((type) => [
      type,
      z.strictObject({ type: z.literal(type), note: z.optional(z.string().check(z.maxLength(200))) }),
    ]),
  ),
  policy: Object.fromEntries(types.map((type) => [type, ['visitor'] as const])),
  view: (context: { taken: number }) => ({ taken: context.taken }),
}

/** The event every client sends, and what a good answer says. */
export const benchEvent = { type: 'step.taken', note: 'a note of forty characters, more or less' }
