import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { pingCommand } from './ping.ts'

export interface ApiKeyDialogProps {
  /** The whole key, in plain text. Never kept after this dialog. */
  secret: string
  /** Address of a request that proves the key works; with it the command is offered, ready to run. */
  pingUrl?: string
  onClose(): void
}

/** Shows a key, once. */
export function ApiKeyDialog({ secret, pingUrl, onClose }: ApiKeyDialogProps) {
  return (
    <Dialog title="Your API key" lead="Programs use it to act for your workspace." onClose={onClose}>
      <Copyable label="Copy the key" text={secret} />
      <Notice role="person" title="It will not be shown again.">
        We keep only its fingerprint. Put it where your secrets are; if you lose it, make a new one and revoke this.
      </Notice>
      {pingUrl && (
        <div className="grid gap-1.5">
          <p className="text-ui font-medium">Try it</p>
          <Copyable label="Copy the command" text={pingCommand(pingUrl, secret)} />
        </div>
      )}
      <DialogActions>
        <Button onClick={onClose}>I have stored it</Button>
      </DialogActions>
    </Dialog>
  )
}

function Copyable({ label, text }: { label: string; text: string }) {
  return (
    <div className="flex items-center gap-2 rounded-control bg-sunken py-1.5 ps-3.5 pe-1.5">
      <code className="min-w-0 flex-1 font-mono text-ui wrap-anywhere" dir="ltr">
        {text}
      </code>
      <CopyButton label={label} text={text} />
    </div>
  )
}
