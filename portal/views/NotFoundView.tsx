import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'

const PORTAL_HOME = { label: 'Go to home', href: '/portal/' }

/** No page at this address, and the way to the one to begin at. */
export function NotFoundView({ home = PORTAL_HOME }: { home?: { label: string; href: string } }) {
  return (
    <EmptyState
      gap
      title="There is nothing at this address"
      actions={<ButtonLink href={home.href}>{home.label}</ButtonLink>}
    >
      The link may be old, or what it led to was deleted.
    </EmptyState>
  )
}
