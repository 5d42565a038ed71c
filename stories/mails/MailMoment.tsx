/** Shows one mail as it is sent, in a frame that runs no script: the head an inbox shows, then the HTML or the text. */
import { Suspense, type SyntheticEvent, use, useState } from 'react'
import type { RenderedMail } from '../../server/services/notification/templates/props.ts'
import { Segments } from '../../ui/Segments.tsx'
import { type Sample, samples } from './samples.ts'
import { inScheme, write } from './write.ts'

type Form = 'html' | 'text'
const forms: readonly { value: Form; label: string }[] = [
  { value: 'html', label: 'HTML' },
  { value: 'text', label: 'Plain text' },
]

export interface MailMomentProps {
  /** A sample's name. */
  moment: string
  /** The toolbar's. */
  theme?: string
}

export function MailMoment({ moment, theme = 'auto' }: MailMomentProps) {
  return (
    <main className="tenure-portal mx-auto max-w-[640px] p-6">
      <Suspense fallback={<p>The mail is being written.</p>}>
        <Mail sample={sampleOf(moment)} theme={theme} />
      </Suspense>
    </main>
  )
}

function Mail({ sample, theme }: { sample: Sample; theme: string }) {
  const { subject, html, text } = use(mailOf(sample))
  const [form, setForm] = useState<Form>('html')
  return (
    <article className="grid gap-4">
      <header className="grid gap-1">
        <h1 className="text-title font-semibold text-ink">{subject}</h1>
        <p className="text-ui text-ink-2">From Tenure, hello@tenure.app, to {sample.to}</p>
      </header>
      <div>
        <Segments label="Form of the mail" options={forms} value={form} onPick={(picked) => setForm(picked)} />
      </div>
      {form === 'html' ? <Html subject={subject} html={inScheme(html, theme)} /> : <Text text={text} />}
    </article>
  )
}

const Text = ({ text }: { text: string }) => (
  <pre className="whitespace-pre-wrap rounded-card border border-line bg-surface p-5 font-mono text-ui text-ink">
    {text}
  </pre>
)

/** Of our own origin, so that it can be as high as its words; without a script, and its links lead nowhere. */
function Html({ subject, html }: { subject: string; html: string }) {
  const [height, setHeight] = useState(640)
  const settle = ({ currentTarget: { contentDocument: page } }: SyntheticEvent<HTMLIFrameElement>) => {
    if (!page) return
    page.addEventListener('click', (event) => event.preventDefault())
    setHeight(page.documentElement.scrollHeight)
  }
  return (
    <iframe
      key={html}
      title={`The mail: ${subject}`}
      sandbox="allow-same-origin"
      srcDoc={html}
      onLoad={settle}
      style={{ height }}
      className="w-full rounded-card border border-line"
    />
  )
}

function sampleOf(name: string): Sample {
  const sample = samples.find((one) => one.name === name)
  if (!sample) throw new Error(`There is no sample of a mail '${name}'.`)
  return sample
}

const written = new Map<Sample, Promise<RenderedMail>>()

/** Written once, because what a component waits for has to be the same each time. */
function mailOf(sample: Sample): Promise<RenderedMail> {
  const mail = written.get(sample) ?? write(sample)
  written.set(sample, mail)
  return mail
}
