/** What can be wrong with a connection, in words that name the company. */
import type { IntegrationKind, IntegrationProblem } from '../../../machines/integration/integration.types.ts'
import type { ProblemText } from '../../../ui/ProblemPanel.tsx'
import { companies } from './companies.ts'

type Words = (company: string, key: string) => ProblemText

const words: Record<IntegrationProblem, Words> = {
  'credential.refused': (company, key) => ({
    what: `${company} does not take this ${key}.`,
    why: 'It was mistyped, taken back there, or has expired.',
    todo: 'Give it another one.',
  }),
  'credential.forbidden': (company, key) => ({
    what: `This ${key} may not do what is needed.`,
    why: `${company} knows it, and does not let it in.`,
    todo: 'Make one with more rights there, and give us that.',
  }),
  'namespace.unknown': (company) => ({
    what: `${company} has no such namespace.`,
    why: 'A token is good for one namespace, and this one was not found.',
    todo: 'Check how it is written; create it there if it is new.',
  }),
  'authorization.denied': (company) => ({
    what: `You said no at ${company}.`,
    why: 'Nothing was given away.',
    todo: 'Go there again if you changed your mind.',
  }),
  'authorization.expired': (company) => ({
    what: `${company} knows this way back no more.`,
    why: 'It works once, for ten minutes.',
    todo: 'Go there again.',
  }),
  'authorization.abandoned': (company) => ({
    what: `You did not come back from ${company}.`,
    why: 'We waited for a quarter of an hour.',
    todo: 'Go there again.',
  }),
  'integration.misconfigured': (company) => ({
    what: `${company} does not accept us.`,
    why: 'Something in our own set-up there is wrong; your account is fine.',
    todo: 'Write to us, and we mend it.',
  }),
  'provider.unreachable': (company) => ({
    what: `${company} does not answer.`,
    why: 'We try again by ourselves, more seldom the longer it lasts.',
    todo: 'Nothing is to be done, unless you want to try now.',
  }),
}

export function problemText(kind: IntegrationKind, problem: IntegrationProblem | null): ProblemText {
  const { name, key } = companies[kind]
  return words[problem ?? 'provider.unreachable'](name, key?.called ?? 'access')
}
