/** Setting up the second factor: scan, keep the spare codes, prove it works. */
import { encode } from 'uqr'
import { Button } from '../../../ui/Button.tsx'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import { submitted } from '../../../ui/form.ts'
import { ProblemPanel } from '../../../ui/ProblemPanel.tsx'
import { DoorView as Door } from '../../views/SignInView.tsx'
import type { Enrolment } from '../data/door.ts'
import { CodeInput, type DoorProps } from './DoorView.tsx'
import { doorProblems } from './door-problems.ts'

export interface EnrolViewProps extends DoorProps {
  enrolment: Enrolment
  onSubmit(values: { code: string }): void
}

export function EnrolView({ enrolment, problem, busy, onSubmit }: EnrolViewProps) {
  const { uri, spareCodes } = enrolment
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  return (
    <Door
      title="Set up your second factor"
      lead="Scan this with an app that makes one-time codes. Nobody signs in here by a password alone."
    >
      <QrCode text={uri} />
      <div className="mt-3 flex items-center gap-2">
        <code className="min-w-0 flex-1 font-mono text-small break-all text-ink-2">{secret}</code>
        <CopyButton text={secret} label="Copy the key" />
      </div>
      <SpareCodes codes={spareCodes} />
      <form
        className="tn-form"
        onSubmit={(event) => {
          const { code } = submitted(event, 'code')
          if (!busy) onSubmit({ code: code.replaceAll(' ', '') })
        }}
      >
        {problem && <ProblemPanel problem={doorProblems[problem]} />}
        <CodeInput />
        <Button type="submit" busy={busy}>
          Turn it on
        </Button>
      </form>
    </Door>
  )
}

function SpareCodes({ codes }: { codes: readonly string[] }) {
  return (
    <section aria-labelledby="spare" className="my-5 rounded-control bg-sunken p-3">
      <h2 id="spare" className="text-ui font-semibold">
        Spare codes
      </h2>
      <p className="text-small text-ink-2">
        Each lets you in once, when the app is not at hand. They are shown now and never again.
      </p>
      <ul className="mt-2 grid grid-cols-2 gap-x-4 gap-y-1 font-mono text-ui">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="mt-2">
        <CopyButton text={codes.join('\n')} label="Copy all" />
      </div>
    </section>
  )
}

/** Black on white in both schemes: scanners want it so. */
function QrCode({ text }: { text: string }) {
  const { data, size } = encode(text, { border: 2 })
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg
      role="img"
      aria-label="A code to scan; the key below it is the same"
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="mx-auto block w-48 rounded-control"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={dark} fill="#000" />
    </svg>
  )
}
