/** A section as the text of one file, counted and summed up while it passes. */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { csvLine } from './csv.ts'
import type { Row, Section } from './contents.ts'

/** What the manifest says of a file. `sha256` in hexadecimal. */
export interface EntryFacts {
  readonly name: string
  readonly rows: number
  readonly bytes: number
  readonly sha256: string
}

export type Kind = 'json' | 'csv'

type Text = AsyncGenerator<string>

/** Rows come a page at a time, and so does their text: a piece for each row would cost more than the row. */
async function* asJson(pages: AsyncGenerator<readonly Row[]>): Text {
  let before = '[\n'
  for await (const page of pages) {
    if (page.length === 0) continue
    yield `${before}${page.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}`
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

async function* asCsv(pages: AsyncGenerator<readonly Row[]>, columns: readonly string[]): Text {
  yield csvLine(columns)
  for await (const page of pages) yield page.map((row) => csvLine(columns.map((column) => row[column]))).join('')
}

export interface EntryParts {
  readonly name: string
  readonly section: Section
  readonly kind: Kind
  /** Called for each page, with how many rows it has. */
  readonly onRows: (count: number) => void
  /** Called when the file has passed. */
  readonly onEnd: (facts: EntryFacts) => void
}

/** Reads nothing before somebody reads it. */
export function entryStream({ name, section, kind, onRows, onEnd }: EntryParts): Readable {
  const hash = createHash('sha256')
  let rows = 0
  let bytes = 0
  async function* counted() {
    for await (const page of section.pages()) {
      rows += page.length
      onRows(page.length)
      yield page
    }
  }
  async function* text() {
    for await (const piece of kind === 'json' ? asJson(counted()) : asCsv(counted(), section.columns ?? [])) {
      const buffer = Buffer.from(piece)
      hash.update(buffer)
      bytes += buffer.length
      yield buffer
    }
    onEnd({ name, rows, bytes, sha256: hash.digest('hex') })
  }
  return Readable.from(text(), { objectMode: false })
}
