/** What a step does to the map, as statements for the step's own commit. */
import { statement } from '../../store/connection.ts'
import type { Dialect, Write } from '../query.ts'
import { dayOf } from './days.ts'
import { type Counting, recordSql } from './record-sql.ts'
import { AT_ONCE, UNMEASURED } from './stay.ts'
import { tierMoves } from './tier-moves.ts'
import { ways } from './ways.ts'

/** A transition that was taken, seen from one state. */
export interface Exit {
  /** Its key: see `transitionKey`. */
  readonly transition: string
  /** A state it led away from, or the leaf it was taken in. */
  readonly state: string
  /** Whether it is counted as taken here: in one leaf each time. */
  readonly taken: boolean
  /** Whether it led away from the state. */
  readonly left: boolean
  /** Since when the actor had been there: as it is stored, since this very step, or nobody knows. */
  readonly since: 'stored' | 'this step' | 'unknown'
}

/** What one step of one actor changes. */
export interface Movement {
  readonly actor: string
  readonly tenant: string
  readonly flow: string
  readonly version: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly born: boolean
  /** It ended with this step. */
  readonly ended: boolean
  /**
   * The plan an actor of nobody's workspace is for from now on, or `none`; of a newborn, whosever it is, in case no tenant's
   * plan says. Null: as before.
   */
  readonly tier: string | null
  readonly exits: readonly Exit[]
  /** Every state entered on the way, leaf or not, as often as it was entered. */
  readonly entered: readonly string[]
  /** The leaves it is no longer in. */
  readonly gone: readonly string[]
  /** The leaves it is in now and was not before. */
  readonly arrived: readonly string[]
  /** The leaves it left on the way and is in again. */
  readonly again: readonly string[]
}

const KEPT = 'flowMap.kept'

export function recording(dialect: Dialect) {
  const sql = recordSql(dialect)
  const moveTier = tierMoves(dialect, 'actor')
  const wayOf = ways()
  const write = (filled: Parameters<typeof statement>[0]) => statement(filled, KEPT)

  function exited({ actor, flow, version, at }: Movement, exit: Exit): Write[] {
    const { transition, state, taken, left, since } = exit
    const way = wayOf(flow, version, transition, state)
    const counts = { taken: taken ? 1 : 0, exits: left ? 1 : 0 }
    const counting: Counting = { actor, state, way: way.id, day: dayOf(at), ...counts }
    const bucket = since === 'unknown' ? UNMEASURED : AT_ONCE
    const move = since === 'stored' ? sql.moveFrom({ ...counting, at }) : sql.moveWithin({ ...counting, bucket })
    return [write(sql.way(way)), write(move)]
  }

  const birth = ({ actor, flow, version, tenant, tier, ended }: Movement): Write[] => [
    write(sql.born({ actor, flow, version, tenant, tier: tier ?? 'none', ended: ended ? 1 : 0 })),
    write(sql.populate({ actor, active: ended ? 0 : 1, ended: ended ? 1 : 0 })),
  ]
  const end = ({ actor }: Movement): Write[] => [
    write(sql.populate({ actor, active: -1, ended: 1 })),
    write(sql.end({ actor })),
  ]
  const leave = (actor: string, state: string): Write[] => [
    write(sql.count({ actor, state, n: -1 })),
    write(sql.leave({ actor, state })),
  ]
  const arrive = (actor: string, state: string, at: number): Write[] => [
    write(sql.arrive({ actor, state, at })),
    write(sql.count({ actor, state, n: 1 })),
  ]
  const goOver = (actor: string, state: string, to: string, at: number): Write[] => [
    write(sql.countOver({ actor, state, to })),
    write(sql.goOver({ actor, state, to, at })),
  ]

  /** From leaf to leaf in pairs, which costs half of leaving one and arriving in another. */
  function places({ actor, at, gone, arrived, again, tier }: Movement): Write[] {
    const pairs = tier === null ? Math.min(gone.length, arrived.length) : 0
    return [
      ...again.map((state) => write(sql.goOver({ actor, state, to: state, at }))),
      ...gone.flatMap((state, n) => (n < pairs ? goOver(actor, state, arrived[n]!, at) : leave(actor, state))),
      ...(tier === null ? [] : moveTier(actor, tier)),
      ...arrived.slice(pairs).flatMap((state) => arrive(actor, state, at)),
    ]
  }

  return {
    /** What is left counts under the tier the actor had there, what is entered under the one it has then. */
    record(movement: Movement): Write[] {
      const { actor, at, born, ended, exits, entered } = movement
      return [
        ...(born ? birth(movement) : []),
        ...exits.flatMap((exit) => exited(movement, exit)),
        ...places(born ? { ...movement, tier: null } : movement),
        ...entered.map((state) => write(sql.enter({ actor, state, day: dayOf(at) }))),
        ...(ended && !born ? end(movement) : []),
      ]
    },
    /** Takes erased actors off the map. What they did stays counted: it is about nobody. Safe to repeat. */
    forget: (actor: string): Write[] => [
      write(sql.uncount({ actor })),
      write(sql.unpopulate({ actor })),
      write(sql.forgetPlaces({ actor })),
      write(sql.forget({ actor })),
    ],
  }
}
