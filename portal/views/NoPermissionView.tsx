import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'

export interface NoPermissionViewProps {
  /** What this page is: "Billing". */
  what: string
  /** Who may see it: "Owners and admins". */
  who: string
  /** Asks one of them; absent where nobody can be asked. */
  onAsk?(): void
  busy?: boolean
}

/** A page this person may not see: what it is, who may, and the way to ask. */
export function NoPermissionView({ what, who, onAsk, busy }: NoPermissionViewProps) {
  return (
    <EmptyState
      gap
      title={`${what} is not open to your role`}
      actions={
        <>
          {onAsk && (
            <Button busy={busy} onClick={onAsk}>
              Ask for access
            </Button>
          )}
          <ButtonLink kind={onAsk ? 'outline' : 'primary'} href="/portal/">
            Go to home
          </ButtonLink>
        </>
      }
    >
      {who} of your workspace can see it, and can change your role.
    </EmptyState>
  )
}
