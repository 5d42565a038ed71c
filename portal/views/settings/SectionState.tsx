import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { ProblemPanel } from '../../../ui/ProblemPanel.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { type PortalProblem, wordsFor } from '../problems.ts'

/** A section that is on its way, or could not be had. The ready ones have words of their own. */
export type SectionState =
  | { state: 'waiting' }
  | { state: 'problem'; problem: PortalProblem; busy: boolean; onRetry(): void }

/** `title`: the section's, as its card says it. */
export function NotReady(props: SectionState & { title: string }) {
  const { title } = props
  if (props.state === 'waiting')
    return (
      <Card title={title}>
        <div aria-busy="true">
          <Skeleton label={`Loading ${title.toLowerCase()}`} rows={[20, 36, 20, 36]} />
        </div>
      </Card>
    )
  return (
    <ProblemPanel problem={wordsFor(props.problem)}>
      <Button busy={props.busy} onClick={props.onRetry}>
        Load it again
      </Button>
    </ProblemPanel>
  )
}
