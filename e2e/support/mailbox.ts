/** The sandbox mailbox, as a person looks into it. */
export interface Mail {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly links: readonly string[]
  readonly headers: Readonly<Record<string, string>>
}

export async function mailsTo(url: string, to: string): Promise<Mail[]> {
  const answer = await fetch(`${url}/sandbox/mailbox.json?to=${encodeURIComponent(to)}`)
  return (await answer.json()) as Mail[]
}

const PATIENCE_MS = 20_000

/** Waits for a mail whose subject matches; the newest one that is not among `known`. */
export async function mailTo(url: string, to: string, subject: RegExp, known: readonly Mail[] = []): Promise<Mail> {
  const until = Date.now() + PATIENCE_MS
  while (Date.now() < until) {
    const mails = await mailsTo(url, to).catch(() => [])
    const found = mails.find((mail) => subject.test(mail.subject) && known.every(({ id }) => id !== mail.id))
    if (found) return found
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`No mail to ${to} with a subject like ${subject}.`)
}

/** The six digits a code mail carries in its subject. */
export const codeIn = ({ subject }: Mail): string => {
  const digits = /(\d{3})\s?(\d{3})/.exec(subject)
  if (!digits) throw new Error(`No code in '${subject}'.`)
  return `${digits[1]}${digits[2]}`
}
