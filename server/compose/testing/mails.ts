/** The mails a server kept instead of sending them. */
import type { KeptMail } from '../../records/notices/mailbox.ts'
import type { InProcess } from './in-process.ts'

/** Newest first. */
export const mailsTo = ({ records }: InProcess, address: string): Promise<KeptMail[]> =>
  records.mailbox.listFor(address)

export async function newestMail(server: InProcess, address: string): Promise<KeptMail> {
  const [newest] = await mailsTo(server, address)
  if (!newest) throw new Error(`There is no mail to ${address}.`)
  return newest
}

/** The six digits of a code mail. */
export function codeIn({ subject }: Pick<KeptMail, 'subject'>): string {
  const digits = /^(\d{3}) (\d{3}) is/.exec(subject)
  if (!digits) throw new Error(`There is no code in '${subject}'.`)
  return `${digits[1]}${digits[2]}`
}

/** The token a mail's link carries. */
export function tokenIn({ links: [link] }: Pick<KeptMail, 'links'>): string {
  const { searchParams } = new URL(link ?? '')
  const token = searchParams.get('token') ?? searchParams.get('resume')
  if (token === null) throw new Error(`There is no token in '${link}'.`)
  return token
}

/** The token a mail's head carries for whoever does not want such mails. */
export function stopTokenIn({ subject, headers }: Pick<KeptMail, 'subject' | 'headers'>): string {
  const link = /^<(.+)>$/.exec(headers['List-Unsubscribe'] ?? '')?.[1]
  const token = link && new URL(link).searchParams.get('token')
  if (!token) throw new Error(`'${subject}' cannot be stopped.`)
  return token
}
