import { Button } from '../../../ui/Button.tsx'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { ProblemPanel } from '../../../ui/ProblemPanel.tsx'
import { NotFoundView } from '../../views/NotFoundView.tsx'
import { type PortalProblem, wordsFor } from '../../views/problems.ts'
import { Alone } from './Alone.tsx'

export interface FailedProps {
  /** `absent`: there is nothing of that name. */
  problem: PortalProblem | 'absent'
  busy: boolean
  onRetry(): void
}

const HOME = { label: 'Go to the flow map', href: '/operator/flows' }

/** A console page that could not be shown: what, why, and two ways on. */
export function Failed({ problem, busy, onRetry }: FailedProps) {
  return (
    <Alone>
      {problem === 'absent' ? (
        <NotFoundView home={HOME} />
      ) : (
        <ProblemPanel problem={wordsFor(problem)}>
          <Button busy={busy} onClick={onRetry}>
            Load it again
          </Button>
          <ButtonLink kind="outline" href={HOME.href}>
            {HOME.label}
          </ButtonLink>
        </ProblemPanel>
      )}
    </Alone>
  )
}
