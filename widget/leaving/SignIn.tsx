/** Proves an address by a mailed code: the `signIn` flow, which says to nobody whether there is an account. */
import { useState } from 'react'
import { addressSchema } from '../../machines/vocabulary/people.ts'
import { type ProblemCode, toProblem } from '../../machines/vocabulary/problems.ts'
import { reasonOf } from '../client/connection.ts'
import { openSession, type Session } from '../client/session.ts'
import type { View } from '../client/wire.ts'
import { Typing } from './later.ts'
import type { Proved } from './proved.ts'
import { AddressStep } from './steps/AddressStep.tsx'

export interface SignInProps {
  readonly base: string
  readonly locale: string
  onProved(proved: Proved): void
}

/** Nothing is kept in the browser: a sign-in that was left is simply begun again. */
const noShelf = { read: () => null, write: () => {} }

export function SignIn({ base, locale, onProved }: SignInProps) {
  const [email, setEmail] = useState('')
  const [started, setStarted] = useState<{ session: Session; first: View } | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemCode | null>(null)

  async function begin(address: string) {
    setEmail(address)
    if (!addressSchema.safeParse(address).success) return setProblem('address.invalid')
    setBusy(true)
    setProblem(null)
    const session = openSession({ base, machine: 'signIn', input: { email: address, locale }, shelf: noShelf })
    try {
      setStarted({ session, first: await session.begin() })
    } catch (error) {
      setProblem(toProblem(reasonOf(error) ?? 'unknown'))
    }
    setBusy(false)
  }
  if (!started)
    return <AddressStep email={email} problem={problem} busy={busy} onSubmit={({ email }) => void begin(email)} />
  return <Typing {...started} email={email} onProved={onProved} onRestart={() => setStarted(null)} />
}
