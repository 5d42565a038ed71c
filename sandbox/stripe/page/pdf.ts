/** An invoice as the smallest honest PDF: one page of text, in a font every reader has. */
import type Stripe from 'stripe'
import { day, money } from './shell.ts'

export function invoicePdf(invoice: Stripe.Invoice): Buffer {
  const lines = [
    `Invoice ${invoice.number ?? '(draft)'}`,
    `From ${invoice.account_name ?? ''}`,
    `To ${invoice.customer_name ?? invoice.customer_email ?? ''}`,
    `Date ${day(invoice.created)}`,
    '',
    ...invoice.lines.data.map((line) => `${line.description ?? ''}    ${money(line.amount, line.currency)}`),
    '',
    `Total ${money(invoice.total, invoice.currency)}`,
    `Status ${invoice.status ?? ''}`,
    '',
    'This is a sandbox. No money moved.',
  ]
  return assemble(contentOf(lines))
}

/** Text in PDF is Latin-1 here: what it lacks becomes a question mark, the euro is spelt. */
const shown = (text: string) =>
  text
    .replaceAll('€', 'EUR ')
    .replace(/[^\x20-\xff]/g, '?')
    .replace(/[\\()]/g, '\\$&')

const contentOf = (lines: readonly string[]): string =>
  `BT /F1 11 Tf 56 786 Td 18 TL ${lines.map((line) => `(${shown(line)}) Tj T*`).join(' ')} ET`

/** Source: ISO 32000-1, "File structure": objects, the table of their positions, the trailer. */
function assemble(content: string): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  let text = '%PDF-1.4\n'
  const positions = objects.map((object, index) => {
    const position = Buffer.byteLength(text, 'latin1')
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return position
  })
  const table = positions.map((position) => `${String(position).padStart(10, '0')} 00000 n \n`).join('')
  const start = Buffer.byteLength(text, 'latin1')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}
