import { Mail, Receipt, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { OffboardingView } from '../../../machines/offboarding/offboarding.view.ts'
import { Card } from '../../../ui/Card.tsx'
import { countText, dateOf } from './moments.ts'

/** What would go, counted, before anything happens. */
export function WhatGoes({ facts }: { facts: OffboardingView }) {
  const { preview } = facts
  if (!preview) return null
  const lines: [string, string][] = [
    ['Access', `${countText(preview.members, 'person', 'people')}, all sessions and API keys`],
    ['Data', `${countText(preview.projects, 'project')}, settings, usage, messages`],
    [
      'Plan',
      preview.periodEnd === null
        ? `${preview.planName}, nothing to pay`
        : `${preview.planName}, paid until ${dateOf(preview.periodEnd)}`,
    ],
  ]
  return (
    <Card title="What goes">
      <dl className="grid gap-2.5">
        {lines.map(([what, how]) => (
          <div key={what} className="grid">
            <dt className="font-medium">{what}</dt>
            <dd className="text-ink-2">{how}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

/** What stays, with the law that says so, and the way back as long as there is one. */
export function WhatStays({ facts, isOver = false }: { facts: OffboardingView; isOver?: boolean }) {
  const { preview, retrievalEndsAt } = facts
  const until = retrievalEndsAt === null ? 'for 30 days after the end' : `until ${dateOf(retrievalEndsAt)}`
  return (
    <Card title="What stays, and why">
      <ul className="grid gap-3 text-ui">
        {preview && preview.invoices > 0 && preview.invoicesUntil !== null && (
          <Reason icon={<Receipt size={15} strokeWidth={1.75} aria-hidden />}>
            <b className="font-semibold">{preview.invoices === 1 ? 'One invoice' : `${preview.invoices} invoices`}</b>,
            without names, until {dateOf(preview.invoicesUntil)}: § 147 AO and § 14b UStG
          </Reason>
        )}
        <Reason icon={<Mail size={15} strokeWidth={1.75} aria-hidden />}>
          <b className="font-semibold">Your address</b> until the last mail is sent, and a day more
        </Reason>
        {!isOver && (
          <Reason icon={<Undo2 size={15} strokeWidth={1.75} aria-hidden />}>
            <b className="font-semibold">The way back:</b> {until}
          </Reason>
        )}
      </ul>
    </Card>
  )
}

function Reason({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="grid grid-cols-[auto_1fr] gap-2.5">
      <span className="mt-0.5 text-ink-2">{icon}</span>
      <span className="text-ink-2 [&_b]:text-ink">{children}</span>
    </li>
  )
}
