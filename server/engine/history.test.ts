/** Time travel: any line of a journal, however long it is. */
import { describe, expect, it } from 'vitest'
import { assign, setup } from 'xstate'
import type { FlowDefinition } from './definition.ts'
import { CHECKPOINT_EVERY } from './to-step.ts'
import { world } from './testing/world.ts'

const anything = { safeParse: (data: unknown) => ({ success: true as const, data }) }
const tally: FlowDefinition = {
  machine: setup({
    types: { context: {} as { n: number; notes: string[] } },
    actions: {
      more: assign(({ context }) => ({ n: context.n + 1, notes: [...context.notes.slice(-20), `line ${context.n}`] })),
    },
  }).createMachine({
    id: 'tally',
    version: '1',
    context: { n: 0, notes: [] },
    initial: 'even',
    states: {
      even: { on: { more: { target: 'odd', actions: 'more' } } },
      odd: { on: { more: { target: 'even', actions: 'more' } } },
    },
  }),
  start: null,
  events: { more: anything },
  policy: { more: ['visitor'] },
  view: () => ({}),
}

async function tallied(lines: number) {
  const w = world({ flows: [tally], performers: {} })
  await w.engine.start({ flow: 'tally', id: 'a', tenant: 't1', input: {} })
  for (let n = 1; n < lines; n += 100)
    await Promise.all(Array.from({ length: Math.min(100, lines - n) }, () => w.send('a', 'more')))
  return w
}

describe('history', () => {
  it('tells of each line what was before and what the step made of it', async () => {
    const { engine } = await tallied(4)
    const moments = await engine.history('a', 1, 3)
    expect(moments!.map(({ seq, event, before, plan }) => [seq, event.type, before?.value, plan.row.value])).toEqual([
      [1, 'xstate.init', undefined, 'even'],
      [2, 'more', 'even', 'odd'],
      [3, 'more', 'odd', 'even'],
    ])
  })

  it('is the same from a kept row as from the beginning', async () => {
    const lines = 2 * CHECKPOINT_EVERY + 7
    const { engine, db } = await tallied(lines)
    const at = [1, CHECKPOINT_EVERY, CHECKPOINT_EVERY + 1, 2 * CHECKPOINT_EVERY + 1, lines]
    const read = () => Promise.all(at.map((seq) => engine.history('a', seq, seq)))
    const kept = await read()
    expect(kept.map((moments) => (moments![0]!.plan.row.context as { n: number }).n)).toEqual(at.map((n) => n - 1))
    db.exec('delete from checkpoint')
    expect(await read()).toEqual(kept)
  })

  it('needs no line from before the nearest row that was kept', async () => {
    const { engine, db } = await tallied(2 * CHECKPOINT_EVERY + 7)
    db.exec(`delete from journal where seq <= ${2 * CHECKPOINT_EVERY}`)
    const [moment] = (await engine.history('a', 2 * CHECKPOINT_EVERY + 3, 2 * CHECKPOINT_EVERY + 3))!
    expect((moment!.plan.row.context as { n: number }).n).toBe(2 * CHECKPOINT_EVERY + 2)
  })

  it('goes to any line of ten thousand in 300 ms', async () => {
    const { engine } = await tallied(10_000)
    const took: number[] = []
    for (const seq of [1, 249, 2501, 4999, 7777, 9999, 10_000]) {
      const began = performance.now()
      expect((await engine.history('a', seq, seq))![0]!.seq).toBe(seq)
      took.push(performance.now() - began)
    }
    expect(Math.max(...took)).toBeLessThan(300)
  })

  it('ends where the journal does, and knows no actor that is not there', async () => {
    const { engine } = await tallied(3)
    expect(await engine.history('a', 3, 99)).toHaveLength(1)
    expect(await engine.history('a', 50, 99)).toEqual([])
    expect(await engine.history('b', 1, 9)).toBeNull()
  })
})
