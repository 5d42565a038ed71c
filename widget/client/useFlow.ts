/** A flow as a component sees it: the remote actor's snapshot, and what became of the last thing the person did. */
import { useSelector } from '@xstate/react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { type AnyActor, type AnyStateMachine, createActor } from 'xstate'
import { type ProblemCode, toProblem } from '../../machines/vocabulary/problems.ts'
import { type Connection, isGone, reasonOf } from './connection.ts'
import { type Arrival, arrived, type RemoteSnapshot, remote } from './remote.ts'
import { screenOf } from './screen.ts'
import type { Outcome, View } from './wire.ts'

/** What became of the last event, where the server's view does not say it. */
export interface Aftermath {
  readonly busy: boolean
  readonly problem: ProblemCode | null
  readonly problems: Readonly<Record<string, ProblemCode>>
  /** The server has forgotten this flow. */
  readonly gone: boolean
}
const calm: Aftermath = { busy: false, problem: null, problems: {}, gone: false }

/** `first` is the view to start from. One actor per connection and flow; give a new `key` to start over. */
export function useFlow<Machine extends AnyStateMachine>(machine: Machine, connection: Connection, first: View) {
  const actor = useMemo(() => createActor(remote(machine, connection, first)), [machine, connection, first])
  useEffect(() => {
    actor.start()
    return () => void actor.stop()
  }, [actor])
  const snapshot = useSelector(actor as AnyActor, (one) => one as RemoteSnapshot<Machine>)
  const [aftermath, setAftermath] = useState(calm)

  // what became of something done on one screen is no news on the next, wherever the step on came from
  const turn = useRef(0)
  const screen = (snapshot as Arrival).skewed ? 'SkewStep' : screenOf(snapshot)
  useEffect(() => {
    turn.current++
    setAftermath(calm)
  }, [screen])

  async function attempt(work: () => Promise<Aftermath>) {
    const mine = ++turn.current
    setAftermath({ ...calm, busy: true })
    const outcome = await work().catch(failed)
    if (turn.current === mine) setAftermath(outcome)
  }
  const send = (event: { type: string }) =>
    attempt(async () => {
      const { outcome, view } = await connection.send(event, crypto.randomUUID())
      ;(actor as AnyActor).send(arrived(view))
      return aftermathOf(outcome)
    })

  return {
    snapshot,
    /** The active state's screen, as its `meta` names it. */
    screen,
    aftermath,
    send,
    /** Does something else, and says meanwhile that it is busy. */
    attempt: (work: () => Promise<void>) => attempt(() => work().then(() => calm)),
  }
}

const failed = (error: unknown): Aftermath =>
  isGone(error) ? { ...calm, gone: true } : { ...calm, problem: toProblem(reasonOf(error) ?? 'unknown') }

function aftermathOf(outcome: Outcome): Aftermath {
  if (outcome.status === 'conflict') return { ...calm, problem: 'conflict' }
  if (outcome.status === 'forbidden') return { ...calm, problem: 'unknown' }
  // ignored: another tab, or the mailed link, was faster; the view that came with the answer shows where it is now
  if (outcome.status !== 'invalid') return calm
  const problems = Object.fromEntries(outcome.issues.map(({ path, message }) => [String(path[0]), toProblem(message)]))
  return { ...calm, problems }
}
