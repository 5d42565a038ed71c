/**
 * Certificates of deletion. They hold no name and no address: what was deleted, when, what is kept and on which basis,
 * under the random id of a workspace that is gone.
 *
 * Promise: a closing has one certificate; a repeat finds it.
 */
import { statement } from '../../store/connection.ts'
import { builder, type Ddl, pick, query, readOne, type RecordParts } from '../query.ts'
import { orRefuse } from '../refusal.ts'

interface CertificateRow {
  number: string
  closing: string
  issued_at: number
  document: string
  signature: string
}
export interface Certificate {
  readonly number: string
  /** Which closing it is of. */
  readonly closing: string
  /** Milliseconds since 1970. */
  readonly issuedAt: number
  /** Exactly the bytes that were signed. */
  readonly document: string
  /** A compact JWS over the document (RFC 7515). */
  readonly signature: string
}

export const certificateTables = ({ integer, end }: Ddl) => `
  create table if not exists certificate (
    number text primary key, closing text not null unique, issued_at ${integer} not null, document text not null,
    signature text not null
  ) ${end};
`

export type Certificates = ReturnType<typeof certificates>

export function certificates({ connection }: Pick<RecordParts, 'connection'>) {
  const db = builder<{ certificate: CertificateRow }>(connection.dialect)
  const all = db.selectFrom('certificate').selectAll()
  const sql = {
    add: query((row: CertificateRow) =>
      db
        .insertInto('certificate')
        .values(pick(row, 'number', 'closing', 'issued_at', 'document', 'signature'))
        .onConflict((on) => on.column('closing').doNothing()),
    ),
    byNumber: query((p: { number: string }) => all.where('number', '=', p.number)),
    byClosing: query((p: { closing: string }) => all.where('closing', '=', p.closing)),
  }
  return {
    /** Keeps it at once; one that the closing has already stays. Answers with the one that counts. */
    async keep({ issuedAt, ...certificate }: Certificate): Promise<Certificate> {
      const row = { ...certificate, issued_at: issuedAt }
      orRefuse(await connection.write([statement(sql.add(row), 'certificate.exists')]), 'Cannot keep a certificate.')
      return toCertificate((await readOne(connection, sql.byClosing({ closing: certificate.closing })))!)
    },
    async ofClosing(closing: string): Promise<Certificate | null> {
      const row = await readOne(connection, sql.byClosing({ closing }))
      return row && toCertificate(row)
    },
    async find(number: string): Promise<Certificate | null> {
      const row = await readOne(connection, sql.byNumber({ number }))
      return row && toCertificate(row)
    },
  }
}

const toCertificate = ({ issued_at, ...row }: CertificateRow): Certificate => ({ ...row, issuedAt: issued_at })
