/** The steps of a closing as the timeline shows them, worked out from the chart's state and dates alone. */
import type { ReactNode } from 'react'
import type { OffboardingView } from '../../../machines/offboarding/offboarding.view.ts'
import { dateOf, momentAt } from './moments.ts'
import { CleanList, type Stop } from './Timeline.tsx'

const order = ['scheduled', 'stopping', 'retrieval', 'cleaning', 'certifying', 'telling', 'closed'] as const
const RETRIEVAL_MS = 30 * 86_400_000

/** States beside the way, by the one they hold up. */
const beside: Readonly<Record<string, (typeof order)[number]>> = {
  unstopped: 'stopping',
  uncertified: 'certifying',
  untold: 'telling',
}

/** How far a closing is: the index in `order`. */
export const reached = (state: string): number => {
  const head = state.split('.')[0] ?? ''
  return order.indexOf(beside[head] ?? (head as (typeof order)[number]))
}
const at = (name: (typeof order)[number]) => order.indexOf(name)

export function stopsOf(state: string, facts: OffboardingView, exportCard: ReactNode): Stop[] {
  const far = reached(state)
  const ends = facts.endsAt ?? 0
  const deleted = facts.retrievalEndsAt ?? ends + RETRIEVAL_MS
  return [
    {
      key: 'cancelled',
      role: 'done',
      title: 'Cancelled',
      when: facts.cancelledAt === null ? '' : momentAt(facts.cancelledAt),
      text: 'The receipt is in your mail.',
    },
    endStop(state, facts, far),
    {
      key: 'download',
      role: far > at('retrieval') ? 'done' : 'person',
      title: 'Download your data',
      when: `until ${dateOf(deleted)}`,
      text:
        far > at('retrieval') ? (
          'The time for it is over.'
        ) : (
          <>
            Everything in open formats.{' '}
            <b className="font-semibold text-ink">Please download it before {dateOf(deleted)}</b>; after that we cannot
            bring it back.
          </>
        ),
      ...(far <= at('retrieval') && { more: exportCard }),
    },
    {
      key: 'cleaning',
      role: facts.isStuck && far === at('cleaning') ? 'problem' : roleAt(far, at('cleaning')),
      title: 'Clean-up',
      when: far < at('cleaning') ? `starts ${dateOf(deleted)}` : '',
      text: facts.isStuck
        ? 'One of these did not go. A person looks at it; the rest follows by itself.'
        : 'We remove things in this order. Money and access go first, the key to the history last.',
      more: <CleanList steps={facts.steps} startsAt={far < at('cleaning') ? deleted : null} />,
    },
    {
      key: 'closed',
      role: far >= at('closed') ? 'final' : far > at('cleaning') ? 'us' : 'idle',
      title: 'Closed',
      when: far >= at('closed') ? '' : dateOf(deleted),
      text:
        facts.certificate === null ? (
          'We mail you a confirmation with a certificate that lists what was deleted and what was kept.'
        ) : (
          <>
            Certificate{' '}
            <a className="tn-link" href={`/certificates/${facts.certificate}`}>
              {facts.certificate}
            </a>{' '}
            says what was deleted and what was kept. It is in your mail, too.
          </>
        ),
    },
  ]
}

const roleAt = (far: number, mine: number) => (far > mine ? 'done' : far === mine ? 'us' : 'idle')

function endStop(state: string, { endsAt, stoppedAt, preview }: OffboardingView, far: number): Stop {
  const plan = preview?.planName ?? 'The plan'
  const key = 'ended'
  if (state === 'unstopped')
    return {
      key,
      role: 'problem',
      title: 'Billing is not stopped yet',
      when: '',
      text: 'The payment provider refused. A person looks at it; nothing is deleted before.',
    }
  if (far > at('stopping'))
    return {
      key,
      role: 'done',
      title: 'Billing stopped',
      when: stoppedAt === null ? '' : momentAt(stoppedAt),
      text: 'No further charges.',
    }
  if (far === at('stopping'))
    return { key, role: 'us', title: 'Stopping billing', when: '', text: 'No further charges from here on.' }
  return {
    key,
    role: 'active',
    title: `${plan} ends`,
    when: endsAt === null ? '' : dateOf(endsAt),
    text: 'Everything keeps working until then. Nothing more is charged.',
  }
}
