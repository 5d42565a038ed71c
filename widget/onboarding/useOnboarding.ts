/** An onboarding as a screen's moment: the remote actor's snapshot, and what became of the last thing the person did. */
import { useSelector } from '@xstate/react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { type AnyActor, createActor } from 'xstate'
import { onboardingMachine } from '../../machines/onboarding/onboarding.machine.ts'
import type { OnboardingView } from '../../machines/onboarding/onboarding.view.ts'
import { type ProblemCode, toProblem } from '../../machines/vocabulary/problems.ts'
import { isGone, reasonOf } from '../client/connection.ts'
import { arrived, type RemoteSnapshot, remote } from '../client/remote.ts'
import type { Session } from '../client/session.ts'
import type { Outcome, View } from '../client/wire.ts'
import { type Moment, screenOf } from './moment.ts'

export type OnboardingSnapshot = RemoteSnapshot<typeof onboardingMachine>

/** What became of the last event, where the server's view does not say it. */
interface Aftermath {
  readonly busy: boolean
  readonly problem: ProblemCode | null
  readonly problems: Readonly<Record<string, ProblemCode>>
  /** The server has forgotten this flow. */
  readonly gone: boolean
}
const calm: Aftermath = { busy: false, problem: null, problems: {}, gone: false }

/** `first` is the view to start from. One actor per session and flow; give a new `key` to start over. */
export function useOnboarding(session: Session, first: View) {
  const actor = useMemo(() => createActor(remote(onboardingMachine, session, first)), [session, first])
  useEffect(() => {
    actor.start()
    return () => void actor.stop()
  }, [actor])
  const snapshot = useSelector(actor, (one) => one as OnboardingSnapshot)
  const [aftermath, setAftermath] = useState(calm)

  // what became of something done on one screen is no news on the next, wherever the step on came from
  const turn = useRef(0)
  const screen = screenOf(snapshot)
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
      const { outcome, view } = await session.send(event, crypto.randomUUID())
      ;(actor as AnyActor).send(arrived(view))
      return aftermathOf(outcome)
    })

  return {
    snapshot,
    moment: momentOf(snapshot, aftermath),
    send,
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

function momentOf(snapshot: OnboardingSnapshot, { gone, ...aftermath }: Aftermath): Moment {
  const { view, arrivedAt, skewed } = snapshot
  const context = view.context as unknown as OnboardingView
  // the server's times, moved to this page's clock
  const local = (at: number) => new Date(at - view.now + arrivedAt).toISOString()
  return {
    screen: gone ? 'ExpiredStep' : skewed ? 'SkewStep' : screenOf(snapshot),
    context,
    until: Object.fromEntries(view.timers.map(({ id, dueAt }) => [id, local(dueAt)])),
    nextTryAt: context.retryInMs === null ? null : local(view.at + context.retryInMs),
    ...aftermath,
  }
}
