import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { ProblemPanel } from '../../ui/ProblemPanel.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { dayOf } from './amounts.ts'
import type { DowngradePreview } from './billing-page-types.ts'
import { type PortalProblem, wordsFor } from './problems.ts'

export interface DowngradeDialogProps {
  /** Null while it is on its way. */
  preview: DowngradePreview | null
  busy: boolean
  problem: PortalProblem | null
  onConfirm(): void
  onClose(): void
}

/** Says what Free means before anything changes: from when, what it allows, what is over. */
export function DowngradeDialog({ preview, busy, problem, onConfirm, onClose }: DowngradeDialogProps) {
  const day = preview?.at ? ` on ${dayOf(preview.at)}` : ''
  return (
    <Dialog
      title={preview ? `Go to ${preview.to}${day}` : 'Change plan'}
      lead={
        preview && `Until then ${preview.from} stays as it is. You pay nothing more, and can undo it any day before.`
      }
      onClose={onClose}
    >
      {problem && <ProblemPanel problem={wordsFor(problem)} />}
      {!preview && !problem && <Skeleton label="Working out what changes" rows={[20, 20, 20]} />}
      {preview && <Changes {...preview} />}
      <DialogActions>
        <Button kind="outline" onClick={onClose}>
          Keep {preview?.from ?? 'the plan'}
        </Button>
        {preview && (
          <Button busy={busy} onClick={onConfirm}>
            End {preview.from}
            {day}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}

function Changes({ to, allowed, over }: DowngradePreview) {
  return (
    <>
      <div>
        <h3 className="font-medium">{to} has</h3>
        <ul className="mt-1 list-disc ps-5 text-ui text-ink-2">
          {allowed.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      {over.length > 0 && (
        <div className="tn-panel" data-role="person">
          <div>
            <b>More is in use than {to} has.</b> Nothing is deleted and nobody loses access, but nothing can be added:
            <ul className="mt-1 list-disc ps-5">
              {over.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </>
  )
}
