import { moneyText } from '../../machines/vocabulary/money.ts'
import { Chip } from '../../ui/Chip.tsx'
import type { Role } from '../../ui/Glyph.tsx'
import { dayOf } from './amounts.ts'
import type { InvoiceLine } from './billing-types.ts'

/** The newest invoices, each with its state in a word and its page at the payment provider. */
export function InvoiceList({ invoices }: { invoices: readonly InvoiceLine[] }) {
  return (
    <section aria-label="Invoices">
      <h3 className="mb-1 text-small font-medium text-ink-3">Invoices</h3>
      <ul className="text-ui">
        {invoices.map((invoice) => (
          <Line key={invoice.number} invoice={invoice} />
        ))}
      </ul>
    </section>
  )
}

function Line({ invoice: { number, createdAt, total, state, href } }: { invoice: InvoiceLine }) {
  const { role, word } = invoiceStates[state]
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 border-t border-line py-2.5 first:border-0 tablet:grid-cols-[1fr_auto_5.5rem_2.5rem]">
      <div>
        <p className="tabular-nums">{dayOf(createdAt)}</p>
        <p className="text-small text-ink-3">{number}</p>
      </div>
      <span className="text-end font-medium tabular-nums tablet:order-2">{moneyText(total)}</span>
      <div className="tablet:order-1">
        <Chip role={role}>{word}</Chip>
      </div>
      {href !== null && (
        <a
          className="tn-link -my-3 justify-self-end py-3 tablet:order-3"
          href={href}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={`View invoice ${number}`}
        >
          View
        </a>
      )}
    </li>
  )
}

/** Each state in a word. */
export const invoiceStates: Record<InvoiceLine['state'], { role: Role; word: string }> = {
  paid: { role: 'done', word: 'Paid' },
  refunded: { role: 'final', word: 'Given back' },
  open: { role: 'person', word: 'Open' },
  void: { role: 'final', word: 'Void' },
  unpaid: { role: 'problem', word: 'Not paid' },
}
