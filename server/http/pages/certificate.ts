/** A certificate of deletion, as people read it. */
import type { CleanKey } from '../../../machines/cleaning/cleaning.types.ts'
import type { CertificateDocument } from '../../services/certificate/issue-certificate.ts'
import { html } from '../html.ts'
import { plainPage } from './shell.ts'

const names: Record<CleanKey, (count: number) => string> = {
  billing: (count) => `Billing: ${some(count, 'subscription')} ended`,
  keys: (count) => `API access: ${some(count, 'key')} revoked`,
  sessions: (count) => `Access: ${some(count, 'person', 'people')} signed out, accounts deleted`,
  integrations: (count) => `Integrations: ${some(count, 'connection')} to other companies ended, keys deleted`,
  notices: (count) => `Messages: ${count} deleted`,
  exports: (count) => `Exports: ${some(count, 'file')} deleted`,
  data: (count) => `Data: ${some(count, 'project')} and everything in the workspace deleted`,
  rows: (count) => `Records: the workspace and ${some(count, 'membership')} deleted`,
  invoices: (count) => `Invoices: ${count}`,
  dataKey: () => 'History: the key that sealed it destroyed, so no copy can be opened',
}
const some = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`

const day = (iso: string) =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(iso),
  )
const moment = (iso: string) => `${day(iso)}, ${iso.slice(11, 16)} UTC`

/** The same words for the PDF. */
export const certificateLines = (document: CertificateDocument, publicUrl: string): string[] => [
  'Certificate of deletion',
  '',
  `Number ${document.number}`,
  `Workspace ${document.workspace}`,
  `Cancelled ${moment(document.cancelledAt)}`,
  `Ended ${moment(document.endedAt)}`,
  `Issued ${moment(document.issuedAt)}`,
  '',
  'Deleted',
  ...document.deleted.map(({ what, count, at }) => `${names[what](count)}  (${moment(at)})`),
  '',
  ...keptLines(document),
  '',
  `Check it at ${publicUrl}/certificates/${document.number}`,
]

const keptLines = ({ kept, remains }: CertificateDocument): string[] => [
  'Kept',
  ...kept.map(({ count, basis, until }) => `${some(count, 'invoice')} without names: ${basis}, until ${day(until)}`),
  ...(remains.match(/.{1,80}(?= |$)/g) ?? []).map((line) => line.trim()),
]

const style = `dl{margin:0;display:grid;gap:0 16px;grid-template-columns:auto 1fr}dt{color:var(--tn-ink-2)}dd{margin:0;text-align:end;overflow-wrap:anywhere}ul{margin:0;padding:0;list-style:none;display:grid;gap:8px}li{display:grid;gap:2px;padding-top:8px;border-top:1px solid var(--tn-line)}.row{display:grid;grid-template-columns:1fr 1fr;gap:8px}`

export const certificatePage = (document: CertificateDocument, isGenuine: boolean): string => {
  const { number, deleted, kept, remains } = document
  return plainPage(
    `Certificate ${number}`,
    html`<section class="card"><h1>Certificate of deletion</h1><p role="status">${isGenuine ? 'The signature is ours, and nothing was changed.' : 'The signature does not fit. Do not rely on this certificate, and tell us its number.'}</p>
<dl><dt>Number</dt><dd><code>${number}</code></dd><dt>Workspace</dt><dd><code>${document.workspace}</code></dd><dt>Cancelled</dt><dd>${moment(document.cancelledAt)}</dd><dt>Ended</dt><dd>${moment(document.endedAt)}</dd><dt>Issued</dt><dd>${moment(document.issuedAt)}</dd></dl>
<h2>Deleted</h2><ul>${deleted.map(({ what, count, at }) => html`<li>${names[what](count)}<small>${moment(at)}</small></li>`)}</ul>
<h2>Kept</h2><ul>${kept.map(({ count, basis, until }) => html`<li>${some(count, 'invoice')}, without anything that leads to a person<small>${basis}, until ${day(until)}</small></li>`)}<li>${remains}<small>About nobody: the key to everything else is destroyed</small></li></ul>
<div class="row"><a class="button outline" href="/certificates/${number}.pdf">PDF</a><a class="button outline" href="/certificates/${number}.json">Signed file</a></div>
<small>Nobody is named here on purpose. The mail that brought the number says which workspace it was.</small></section>`,
    { style },
  )
}

export const noCertificatePage = (): string =>
  plainPage(
    'No such certificate',
    html`<section class="card" role="alert"><h1>There is no certificate with this number</h1><p>Compare it with the mail it came in: four letters or digits, three times, after TNC.</p></section>`,
  )
