/** Signs in by a code from the mailbox, for whoever has no password at hand: the `signIn` flow, on the remote actor. */
import { useEffect, useMemo, useState } from 'react'
import { useSelector } from '@xstate/react'
import { type AnyActor, createActor } from 'xstate'
import { signInMachine } from '../../machines/sign-in/sign-in.machine.ts'
import { arrived, remote } from '../../widget/client/remote.ts'
import { openSession, type Session } from '../../widget/client/session.ts'
import type { View } from '../../widget/client/wire.ts'
import { postHandOver } from '../../widget/onboarding/hand-over.ts'
import { problemOf } from '../data/problem.ts'
import { type PortalProblem, toPortalProblem } from '../views/problems.ts'
import { SignInCodeView } from '../views/SignInCodeView.tsx'

export interface SignInByCodeProps {
  readonly email: string
  onBack(): void
}

/** Starts a sign-in for the address; a code goes out if it has an account. */
export function SignInByCode({ email, onBack }: SignInByCodeProps) {
  // nothing is kept in the browser: a sign-in that was left is simply begun again
  const session = useMemo(
    () => openSession({ base: '', machine: 'signIn', input: { email, locale: 'en' }, shelf: noShelf }),
    [email],
  )
  const [first, setFirst] = useState<View | null>(null)
  const [problem, setProblem] = useState<PortalProblem | null>(null)
  useEffect(() => {
    let current = true
    session.begin().then(
      (view) => current && setFirst(view),
      (error: unknown) => current && setProblem(problemOf(error)),
    )
    return () => {
      current = false
    }
  }, [session])
  if (first) return <Running session={session} first={first} email={email} onBack={onBack} />
  return <SignInCodeView email={email} problem={problem} busy={problem === null} onSubmit={() => {}} onBack={onBack} />
}

const noShelf = { read: () => null, write: () => {} }

function Running({ session, first, email, onBack }: SignInByCodeProps & { session: Session; first: View }) {
  const actor = useMemo(() => createActor(remote(signInMachine, session, first)), [session, first])
  useEffect(() => {
    actor.start()
    return () => void actor.stop()
  }, [actor])
  const { value, view } = useSelector(actor, (snapshot) => snapshot)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<PortalProblem | null>(null)

  async function submit({ code }: { code: string }) {
    setBusy(true)
    setProblem(null)
    try {
      const { view } = await session.send({ type: 'code.typed', code } as never, crypto.randomUUID())
      ;(actor as AnyActor).send(arrived(view))
      if (view.value === 'accepted') return postHandOver(await session.handOver())
    } catch (error) {
      setProblem(problemOf(error))
    }
    setBusy(false)
  }
  const told = view.context['problem']
  return (
    <SignInCodeView
      email={email}
      problem={problem ?? (typeof told === 'string' ? toPortalProblem(told) : null)}
      // before the code is out, nothing that is typed could be judged
      busy={busy || value === 'sendingCode' || value === 'accepted'}
      onSubmit={(typed) => void submit(typed)}
      onBack={onBack}
    />
  )
}
