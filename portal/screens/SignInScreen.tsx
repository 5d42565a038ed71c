/** Signs in, and goes inside. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { signIn } from '../data/session.ts'
import type { PortalProblem } from '../views/problems.ts'
import { SignInView } from '../views/SignInView.tsx'
import { SignInByCode } from './SignInByCode.tsx'
import { useTitle } from './useTitle.ts'

export function SignInScreen() {
  const [, go] = useLocation()
  useTitle('Sign in')
  const cache = useQueryClient()
  const wasUsed = new URLSearchParams(useSearch()).get('reason') === 'handOver.used'
  const [problem, setProblem] = useState<PortalProblem | null>(wasUsed ? 'handOver.used' : null)
  const [busy, setBusy] = useState(false)
  const [codeFor, setCodeFor] = useState<string | null>(null)
  const [typed, setTyped] = useState('')

  async function submit({ email, password }: { email: string; password: string }) {
    setBusy(true)
    const refused = await signIn(email, password)
    setBusy(false)
    setProblem(refused)
    if (refused) return
    cache.clear()
    go('/')
  }
  function mailCode({ email }: { email: string }) {
    const isAddress = /^\S+@\S+\.\S+$/.test(email)
    setProblem(isAddress ? null : 'address.invalid')
    if (!isAddress) return
    setTyped(email)
    setCodeFor(email)
  }
  if (codeFor !== null) return <SignInByCode email={codeFor} onBack={() => setCodeFor(null)} />
  return (
    <SignInView
      email={typed}
      problem={problem}
      busy={busy}
      onSubmit={(values) => void submit(values)}
      onMailCode={mailCode}
    />
  )
}
