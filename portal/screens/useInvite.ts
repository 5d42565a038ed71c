/** Invites many at once: one flow each, so that one that fails takes no other with it. */
import { useState } from 'react'
import type { MemberRole } from '../../machines/vocabulary/people.ts'
import { client } from '../data/api.ts'
import { problemOf } from '../data/problem.ts'
import { addressesIn, looksRight } from '../views/addresses.ts'
import { type PortalProblem, toPortalProblem } from '../views/problems.ts'
import type { Invited } from '../views/team-types.ts'

/** How often, and how long apart, we look whether a mail is out. After that the list says it. */
const LOOKS = 20
const BETWEEN_MS = 250

export function useInvite(tenant: string, onDone: (allOut: boolean) => void) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<PortalProblem | null>(null)
  const [results, setResults] = useState<readonly Invited[]>([])

  async function submit({ addresses, role }: { addresses: string; role: MemberRole }) {
    const emails = addressesIn(addresses)
    const wrong = emails.length === 0 ? 'addresses.missing' : emails.every(looksRight) ? null : 'addresses.invalid'
    setProblem(wrong)
    if (wrong) return
    setBusy(true)
    const invited: Invited[] = []
    for (const email of emails) invited.push({ email, problem: await invite(tenant, email, role) })
    setBusy(false)
    const allOut = invited.every((one) => one.problem === null)
    setResults(allOut ? [] : invited)
    onDone(allOut)
  }
  function reset() {
    setProblem(null)
    setResults([])
  }
  return { busy, problem, results, submit, reset }
}

async function invite(tenant: string, email: string, role: MemberRole): Promise<PortalProblem | null> {
  try {
    const startId = crypto.randomUUID()
    let { id, view } = await client.flow.open.mutate({ tenant, machine: 'invitation', input: { email, role }, startId })
    for (let look = 0; look < LOOKS && view.value === 'mailing'; look++) {
      await new Promise((done) => setTimeout(done, BETWEEN_MS))
      view = await client.flow.view.query({ id })
    }
    const told = view.context['problem']
    return typeof told === 'string' ? toPortalProblem(told) : null
  } catch (error) {
    return problemOf(error)
  }
}
