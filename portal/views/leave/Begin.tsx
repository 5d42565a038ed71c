import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHead } from '../PageHead.tsx'
import type { LeaveViewProps } from './leave-props.ts'

/** Nobody is leaving: the export, and the door. */
export function Begin({ moment, company, action, exportCard, onBegin }: LeaveViewProps) {
  return (
    <>
      <PageHead title="Export or close" facts="Take everything out at any time. Closing is a step of its own." />
      {moment.state === 'kept' && (
        <Notice role="active" title={`${company} stays.`}>
          The cancellation is taken back, and everything goes on as before.
        </Notice>
      )}
      {moment.state === 'moved' && (
        <Notice role="active" title={`${company} is on the Free plan.`}>
          Nothing was deleted, and nothing is charged.
        </Notice>
      )}
      <Card title="Export everything">{exportCard}</Card>
      <Card title={`Close ${company}`}>
        <div className="grid gap-4">
          <p className="text-ink-2">
            You see first what goes and what stays. Nothing happens before you type the name of the workspace; after the
            end you have 30 days to download everything or to come back.
          </p>
          {moment.mayLeave ? (
            <div className="flex">
              <Button kind="outline" busy={action.busy} onClick={onBegin}>
                See what closing means
              </Button>
            </div>
          ) : (
            <p className="text-ui">Only an owner of the workspace can close it.</p>
          )}
        </div>
      </Card>
    </>
  )
}
