import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { ProblemPanel } from '../../ui/ProblemPanel.tsx'
import { PageHead } from './PageHead.tsx'
import { type PortalProblem, wordsFor } from './problems.ts'

export interface ProblemViewProps {
  problem: PortalProblem
  busy: boolean
  onRetry(): void
  /** The second way on. Default: home. */
  other?: { label: string; href: string }
}

/** A page that could not be shown: what, why, and two ways on. */
export function ProblemView({
  problem,
  busy,
  onRetry,
  other = { label: 'Go to home', href: '/portal/' },
}: ProblemViewProps) {
  return (
    <>
      <PageHead title="This page could not be loaded" />
      <ProblemPanel problem={wordsFor(problem)}>
        <Button busy={busy} onClick={onRetry}>
          Load it again
        </Button>
        <ButtonLink kind="outline" href={other.href}>
          {other.label}
        </ButtonLink>
      </ProblemPanel>
    </>
  )
}
