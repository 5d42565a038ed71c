/** Writes an export as a ZIP file: one entry after the other, streamed, with a manifest at the end. */
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { ExportFile, SectionCount } from '../../../machines/export/export.types.ts'
import type { Section } from './contents.ts'
import { type EntryFacts, entryStream, type Kind } from './entries.ts'
import { uniqueNames } from './entry-names.ts'

export interface ArchiveParts {
  readonly path: string
  /** The folder inside the archive. */
  readonly folder: string
  readonly tenant: string
  readonly sections: readonly Section[]
  /** Milliseconds since 1970. */
  readonly at: number
  readonly signal: AbortSignal
  readonly onRows: (count: number) => void
}

/** Answers with the file's facts. Throws when it cannot be written; what is there then is not whole. */
export async function writeArchive(parts: ArchiveParts): Promise<ExportFile> {
  const { path, folder, sections, signal, onRows, at } = parts
  const zip = new ZipFile()
  const entries: EntryFacts[] = []
  const nameOf = uniqueNames()
  // the text of tables: more effort takes four times as long and saves a tenth
  const options = { mtime: new Date(at), compressionLevel: 1 }
  const broken = new AbortController()
  const add = (section: Section, kind: Kind) => {
    const name = `${folder}/${nameOf(`${section.section}.${kind}`)}`
    zip.addReadStreamLazy(name, options, (hand) => {
      const stream = entryStream({ name, section, kind, onRows, onEnd: (facts) => entries.push(facts) })
      // the archive would wait for ever for an entry that broke
      stream.on('error', (error) => broken.abort(error))
      hand(null, stream)
    })
  }
  for (const section of sections) {
    add(section, 'json')
    if (section.columns) add(section, 'csv')
  }
  // asked for last, when everything else has passed and is summed up
  zip.addReadStreamLazy(`${folder}/manifest.json`, options, (hand) =>
    hand(null, Readable.from([manifest(parts, entries)], { objectMode: false })),
  )
  zip.end()
  const meter = meterOf()
  const stop = AbortSignal.any([signal, broken.signal])
  // durable before it gets its name
  const file = createWriteStream(path, { flush: true, mode: 0o600 })
  await pipeline(zip.outputStream as Readable, meter.through, file, { signal: stop }).catch((error: unknown) => {
    throw broken.signal.aborted ? broken.signal.reason : error
  })
  return { ...meter.facts(), sections: countsOf(sections, entries) }
}

function manifest({ tenant, at, folder }: ArchiveParts, entries: readonly EntryFacts[]): Buffer {
  const files = entries.map((entry) => ({ ...entry, name: entry.name.slice(folder.length + 1) }))
  const content = {
    format: 'tenure-export',
    version: 1,
    workspace: tenant,
    createdAt: new Date(at).toISOString(),
    files,
  }
  return Buffer.from(`${JSON.stringify(content, null, 2)}\n`)
}

const countsOf = (sections: readonly Section[], entries: readonly EntryFacts[]): SectionCount[] =>
  sections.map(({ section }) => ({
    section,
    rows: entries.find(({ name }) => name.endsWith(`/${section}.json`))?.rows ?? 0,
  }))

function meterOf() {
  const hash = createHash('sha256')
  let bytes = 0
  const through = new Transform({
    transform(piece: Buffer, _, done) {
      hash.update(piece)
      bytes += piece.length
      done(null, piece)
    },
  })
  return { through, facts: () => ({ bytes, sha256: hash.digest('hex') }) }
}
