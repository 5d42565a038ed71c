import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { inspectAt, ownWindow, STATELY } from './inspect.ts'
import type { Player } from './player-types.ts'

/** Asks where to, because one of the two is another company's page. Nothing is opened or fetched before. */
export function InspectDialog({ player, onClose }: { player: Player; onClose(): void }) {
  const open = (url: string) => {
    void inspectAt(url, player)
    onClose()
  }
  return (
    <Dialog
      title="Inspect the running actors"
      lead="A window shows every actor, event and snapshot as they happen, in the protocol of the Stately inspector."
      onClose={onClose}
    >
      <p className="text-ui text-ink-2">
        The window of this Storybook tells nobody anything. The one on stately.ai is another company’s page: your
        browser loads it, and it is sent what you see here, with whatever you typed.
      </p>
      <DialogActions>
        <Button kind="outline" onClick={() => open(STATELY)}>
          Open on stately.ai
        </Button>
        <Button onClick={() => open(ownWindow(location))}>Open in this Storybook</Button>
      </DialogActions>
    </Dialog>
  )
}
