/** Rows as CSV (RFC 4180), safe to open in a spreadsheet. */

/** A cell that a spreadsheet would take for a formula. Source: OWASP, "CSV Injection". */
const formula = /^[=+\-@\t\r]/

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function cell(value: unknown): string {
  const text = textOf(value)
  // a number is no formula, whatever its sign
  const safe = typeof value !== 'number' && formula.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const csvLine = (values: readonly unknown[]): string => `${values.map(cell).join(',')}\r\n`
