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

async function* asJson(rows: AsyncGenerator<Row>): AsyncGenerator<string> {
  let before = '[\n'
  for await (const row of rows) {
    yield `${before}  ${JSON.stringify(row)}`
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

async function* asCsv(rows: AsyncGenerator<Row>, columns: readonly string[]): AsyncGenerator<string> {
  yield csvLine(columns)
  for await (const row of rows) yield csvLine(columns.map((column) => row[column]))
}

export interface EntryParts {
  readonly name: string
  readonly section: Section
  readonly kind: Kind
  /** Called for each row. */
  readonly onRow: () => void
  /** Called when the file has passed. */
  readonly onEnd: (facts: EntryFacts) => void
}

/** Reads nothing before somebody reads it. */
export function entryStream({ name, section, kind, onRow, onEnd }: EntryParts): Readable {
  const hash = createHash('sha256')
  let rows = 0
  let bytes = 0
  async function* counted() {
    for await (const row of section.rows()) {
      rows++
      onRow()
      yield row
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
