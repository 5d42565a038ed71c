/** Lets operators in: password, then the code of their app. Whoever has none yet sets one up here and goes no further without. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { useTitle } from '../../screens/useTitle.ts'
import { type DoorProblem, type Enrolment, enrol, type Outcome, prove, signIn } from '../data/door.ts'
import { PasswordView, SecondFactorView } from '../views/DoorView.tsx'
import { EnrolView } from '../views/EnrolView.tsx'

type Step = { at: 'password' } | { at: 'code' } | { at: 'enrol'; enrolment: Enrolment }

export function DoorScreen() {
  useTitle('Sign in', 'Console')
  const [step, setStep] = useState<Step>({ at: 'password' })
  const { busy, problem, run } = useAttempt()
  const enter = useEnter()

  async function submitPassword({ email, password }: { email: string; password: string }) {
    const next = await run(signIn(email, password))
    if (next === 'code') return setStep({ at: 'code' })
    const enrolment = next && (await run(enrol(password)))
    if (enrolment) setStep({ at: 'enrol', enrolment })
  }
  async function submitCode({ code }: { code: string }) {
    if (await run(prove(code))) enter()
  }

  const shared = { problem, busy }
  switch (step.at) {
    case 'password':
      return <PasswordView {...shared} onSubmit={(values) => void submitPassword(values)} />
    case 'code':
      return (
        <SecondFactorView
          {...shared}
          onSubmit={(values) => void submitCode(values)}
          onBack={() => setStep({ at: 'password' })}
        />
      )
    case 'enrol':
      return <EnrolView {...shared} enrolment={step.enrolment} onSubmit={(values) => void submitCode(values)} />
  }
}

/** One thing asked at the door at a time; answers with what was asked for, or keeps the problem. */
export function useAttempt() {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<DoorProblem | null>(null)
  async function run<T>(asked: Promise<Outcome<T>>): Promise<T | null> {
    setBusy(true)
    const outcome = await asked
    setBusy(false)
    setProblem('problem' in outcome ? outcome.problem : null)
    return 'ok' in outcome ? outcome.ok : null
  }
  return { busy, problem, run }
}

/** Goes to where somebody wanted to go. Only a path of the console counts. */
function useEnter() {
  const cache = useQueryClient()
  const [, go] = useLocation()
  const wanted = new URLSearchParams(useSearch()).get('to') ?? '/flows'
  return () => {
    cache.clear()
    go(/^\/(flows|actors|inspect)(\/|$|\?)/.test(wanted) ? wanted : '/flows')
  }
}
