/**
 * Numbers for reads of one object at the provider. Whoever takes a number later gets a higher one, across processes and
 * restarts, and it is on disk before the read begins.
 *
 * Why every order of events converges: each change of an object makes an event of its own, and the read for that event
 * takes its number after the change. Take the last change and its event's number: a read with that number or a higher one
 * began after the change and saw it. A row is only replaced by a higher number, so it ends with one of these, whatever
 * came twice, late or in another order. A number whose read failed is simply never written.
 */
import { type Connection, statement } from '../../store/connection.ts'
import { readOne } from '../query.ts'
import { Refusal } from '../refusal.ts'
import type { billingSql } from './billing-sql.ts'

/** Another process took a number in between this often: something is wrong. */
const MOST_TRIES = 20

type Sql = Pick<ReturnType<typeof billingSql>, 'taken' | 'takeFirst' | 'takeNext'>

export function readNumbers(connection: Connection, sql: Sql) {
  async function take(object: string): Promise<number> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const seen = (await readOne(connection, sql.taken({ object })))?.taken ?? 0
      const taken = seen + 1
      const next = seen === 0 ? sql.takeFirst({ object, taken }) : sql.takeNext({ object, seen, taken })
      const written = await connection.write([statement(next, 'read.taken', 1)])
      if (written.result === 'written') return taken
    }
    throw new Refusal('read.busy', `No read number of ${object} could be had.`)
  }

  // one after the other within this process, so that they only have to be told apart from other processes'
  const lanes = new Map<string, Promise<number>>()
  return async (object: string): Promise<number> => {
    const before = lanes.get(object)
    const mine = before
      ? before.then(
          () => take(object),
          () => take(object),
        )
      : take(object)
    lanes.set(object, mine)
    try {
      return await mine
    } finally {
      if (lanes.get(object) === mine) lanes.delete(object)
    }
  }
}
