/**
 * Lines of text as the smallest honest PDF: one page, in a font every reader has. Shared by our certificates and by the
 * invoices of the payment provider's stand-in.
 */

/** Text in PDF is Latin-1 here: what it lacks becomes a question mark, the euro is spelt. */
const shown = (text: string) =>
  text
    .replaceAll('€', 'EUR ')
    .replace(/[^\x20-\x7e\xa1-\xff]/g, '?')
    .replace(/[\\()]/g, '\\$&')

const contentOf = (lines: readonly string[]): string =>
  `BT /F1 11 Tf 56 786 Td 18 TL ${lines.map((line) => `(${shown(line)}) Tj T*`).join(' ')} ET`

export const textPdf = (lines: readonly string[]): Buffer => assemble(contentOf(lines))

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
