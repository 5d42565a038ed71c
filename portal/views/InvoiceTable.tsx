import { moneyText } from '../../machines/vocabulary/money.ts'
import { Card } from '../../ui/Card.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { dayOf } from './amounts.ts'
import type { InvoiceLine } from './billing-types.ts'
import { invoiceStates } from './InvoiceList.tsx'

/** The invoices, newest first, each with its state in a word, its page at the provider, and its file. */
export function InvoiceTable({ invoices }: { invoices: readonly InvoiceLine[] }) {
  if (invoices.length === 0)
    return (
      <Card title="Invoices">
        <p className="text-ui text-ink-2">No invoice yet. The first one shows here when it is made.</p>
      </Card>
    )
  return (
    <Card title="Invoices" flush>
      <table className="w-full text-ui">
        <thead className="text-small text-ink-2">
          <tr>
            <Head className="ps-4 text-start tablet:ps-5">Number</Head>
            <Head className="text-start max-tablet:hidden">Date</Head>
            <Head className="text-start">State</Head>
            <Head className="text-end">Amount</Head>
            <Head className="pe-4 text-end tablet:pe-5">
              <span className="tn-hidden">Open it</span>
            </Head>
          </tr>
        </thead>
        <tbody>
          {invoices.map((invoice) => (
            <Row key={invoice.number} invoice={invoice} />
          ))}
        </tbody>
      </table>
    </Card>
  )
}

const Head = ({ className, children }: { className: string; children: React.ReactNode }) => (
  <th scope="col" className={`px-2 py-2 font-medium ${className}`}>
    {children}
  </th>
)

function Row({ invoice: { number, createdAt, total, state, href, pdf } }: { invoice: InvoiceLine }) {
  const { role, word } = invoiceStates[state]
  const payable = state === 'open'
  return (
    <tr className="border-t border-line">
      <th scope="row" className="px-2 py-2.5 ps-4 text-start font-mono text-small font-normal tablet:ps-5">
        {number}
        <span className="block font-sans text-ink-2 tablet:hidden">{dayOf(createdAt)}</span>
      </th>
      <td className="px-2 py-2.5 max-tablet:hidden">{dayOf(createdAt)}</td>
      <td className="px-2 py-2.5">
        <Chip role={role}>{word}</Chip>
      </td>
      <td className="px-2 py-2.5 text-end tabular-nums">{moneyText(total)}</td>
      <td className="px-2 py-2.5 pe-4 text-end whitespace-nowrap tablet:pe-5">
        {href !== null && (
          <Link href={href} label={`${payable ? 'Pay' : 'View'} invoice ${number}`}>
            {payable ? 'Pay' : 'View'}
          </Link>
        )}
        {pdf !== null && (
          <Link href={pdf} label={`Invoice ${number} as a PDF`}>
            PDF
          </Link>
        )}
      </td>
    </tr>
  )
}

const Link = ({ href, label, children }: { href: string; label: string; children: string }) => (
  <a
    className="tn-link inline-block py-3 ps-3 tablet:py-0"
    href={href}
    target="_blank"
    rel="noopener noreferrer"
    aria-label={label}
  >
    {children}
  </a>
)
