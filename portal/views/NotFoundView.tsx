import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'

/** No page at this address. */
export function NotFoundView({ homeHref = '/portal/' }: { homeHref?: string }) {
  return (
    <EmptyState
      gap
      title="There is nothing at this address"
      actions={<ButtonLink href={homeHref}>Go to home</ButtonLink>}
    >
      The link may be old, or what it led to was deleted.
    </EmptyState>
  )
}
