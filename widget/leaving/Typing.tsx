/** The code, typed. Once it is right, the server says which workspaces it opens. */
import { useEffect, useMemo, useRef } from 'react'
import { signInMachine } from '../../machines/sign-in/sign-in.machine.ts'
import { toProblem } from '../../machines/vocabulary/problems.ts'
import type { Session } from '../client/session.ts'
import { useFlow } from '../client/useFlow.ts'
import type { View } from '../client/wire.ts'
import type { Proved } from './proved.ts'
import { CodeStep } from './steps/CodeStep.tsx'

export interface TypingProps {
  readonly session: Session
  readonly first: View
  readonly email: string
  onProved(proved: Proved): void
  onRestart(): void
}

export function Typing({ session, first, email, onProved, onRestart }: TypingProps) {
  const { snapshot, aftermath, send, attempt } = useFlow(signInMachine, session, first)
  const { view } = snapshot
  const ask = useMemo(
    () => (tenant?: string) =>
      session.ask(({ flow }) => flow.leave.mutate({ id: first.id, ...(tenant && { tenant }) })),
    [session, first.id],
  )
  const isAccepted = view.value === 'accepted'
  const asked = useRef(false)
  useEffect(() => {
    if (!isAccepted || asked.current) return
    asked.current = true
    void attempt(async () => onProved({ ...(await ask()), email, choose: ask }))
    // oxlint-disable-next-line react/exhaustive-deps -- asked once, when the code was right
  }, [isAccepted])
  const told = view.context['problem']
  return (
    <CodeStep
      email={email}
      problem={aftermath.problem ?? (typeof told === 'string' ? toProblem(told) : null)}
      isOver={view.status !== 'active' || aftermath.gone}
      busy={aftermath.busy || isAccepted || view.value === 'sendingCode'}
      onSubmit={({ code }) => void send({ type: 'code.typed', code } as { type: string })}
      onRestart={onRestart}
    />
  )
}
