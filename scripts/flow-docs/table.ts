/** Markdown that says what it was given, whatever that is. */

/** Text as text: no table cell ends early, nothing becomes a tag, a link, or bold. */
export const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]|~#]/g, (character) => `\\${character}`)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')

/** A name of the code. In a table even a code span must escape its bars. */
export const code = (name: string): string => {
  const safe = name.replace(/[`\s]+/g, ' ').trim()
  return safe === '' ? '' : `\`${safe.replaceAll('|', '\\|')}\``
}

/** Nothing at all when there are no rows. Cells are Markdown already. */
export function table(title: string, heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return []
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [`## ${title}`, '', line(heads), line(heads.map(() => '---')), ...rows.map(line), '']
}
