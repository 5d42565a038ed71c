import { Download, FileArchive } from 'lucide-react'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Meter } from '../../../ui/Meter.tsx'
import { ProblemPanel } from '../../../ui/ProblemPanel.tsx'
import { wordsFor } from '../problems.ts'
import type { ActionState, ExportActs, ExportMoment } from './leave-types.ts'
import { countText, dateOf, sizeOf } from './moments.ts'

export interface ExportCardProps extends ExportActs {
  moment: ExportMoment
  action: ActionState
  mayExport: boolean
}

/** Everything in one file: asked for, on its way, there to be downloaded, or not to be had. */
export function ExportCard(props: ExportCardProps) {
  const { mayExport, action } = props
  return (
    <div className="grid gap-3">
      {action.problem && <ProblemPanel problem={wordsFor(action.problem)} />}
      {mayExport ? (
        <Inner {...props} />
      ) : (
        <p className="text-ui text-ink-2">Owners and admins of this workspace can download everything.</p>
      )}
    </div>
  )
}

function Inner(props: ExportCardProps) {
  const { moment, action } = props
  switch (moment.state) {
    case 'requested':
    case 'collecting':
    case 'announcing':
      return <Working moment={moment} />
    case 'ready':
      return <Ready {...props} />
    case 'deleting':
    case 'undeleted':
      return (
        <FileRow
          moment={moment}
          note="Being deleted. You can make another one in a moment."
          action={<Chip role="us">Waiting on us</Chip>}
        />
      )
    case 'failed':
      return (
        <ProblemPanel problem={failed}>
          <Button small busy={action.busy} onClick={props.onRetry}>
            Try again
          </Button>
        </ProblemPanel>
      )
    default:
      return (
        <div className="flex flex-wrap items-center gap-3">
          <p className="min-w-0 flex-1 basis-60 text-ui text-ink-2">
            Projects, settings, members, invoices, usage and messages in one ZIP file, as JSON and CSV.
          </p>
          <Button kind="outline" busy={action.busy} onClick={props.onRequest}>
            Make an export
          </Button>
        </div>
      )
  }
}

const failed = {
  what: 'The export could not be written.',
  why: 'The server could not finish the file; nothing of yours is lost.',
  todo: 'Try again now, or later: your data stays where it is.',
}

function Working({ moment }: { moment: ExportMoment }) {
  const rows = moment.sections.reduce((sum, section) => sum + section.rows, 0)
  const percent = Math.round((moment.progress ?? 0) * 100)
  return (
    <div className="grid gap-2">
      <FileRow
        moment={moment}
        note={`Being written${rows > 0 ? `, ${countText(rows, 'entry', 'entries')}` : ''}. You can close this page; we mail you when it is there.`}
        action={<Chip role="us">Waiting on us</Chip>}
      />
      <Meter label="Export" value={percent} max={100} text={`${percent} per cent written`} role="us" progress />
    </div>
  )
}

function Ready({ moment, action, onDownload, onDiscard }: ExportCardProps) {
  const { file, expiresAt } = moment
  return (
    <div className="overflow-hidden rounded-control border border-line">
      <FileRow
        moment={moment}
        note={`${file ? sizeOf(file.bytes) : ''}, as JSON and CSV${expiresAt === null ? '' : `, until ${dateOf(expiresAt)}`}`}
        action={
          <Button kind="outline" small busy={action.busy} onClick={onDownload}>
            <Download size={14} aria-hidden /> Download
          </Button>
        }
        inset
      />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 bg-sunken px-3.5 py-1.5 text-small text-ink-2">
        <span className="min-w-0 flex-1 basis-52 wrap-anywhere">
          SHA-256 <span className="font-mono text-micro">{file?.sha256.slice(0, 16)}…</span>, whole in the mail
        </span>
        <Button kind="quiet" small onClick={onDiscard}>
          Throw away
        </Button>
      </div>
    </div>
  )
}

interface FileRowProps {
  moment: ExportMoment
  note: string
  action: React.ReactNode
  inset?: boolean
}

function FileRow({ moment, note, action, inset }: FileRowProps) {
  return (
    <div className={`flex flex-wrap items-center gap-3 ${inset ? 'px-3.5 py-2.5' : ''}`}>
      <FileArchive size={18} strokeWidth={1.5} className="flex-none text-ink-2" aria-hidden />
      <div className="min-w-0 flex-1 basis-48">
        <p className="text-ui font-medium wrap-anywhere">{moment.fileName ?? 'Your export'}</p>
        <p className="text-small text-ink-2">{note}</p>
      </div>
      {action}
    </div>
  )
}
