import { useEffect, useRef } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { ProblemPanel } from '../../../ui/ProblemPanel.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { PageHead } from '../PageHead.tsx'
import { wordsFor } from '../problems.ts'
import { Begin } from './Begin.tsx'
import { Closing } from './Closing.tsx'
import { ConfirmCard, OfferCard, ReasonCard } from './Deciding.tsx'
import type { LeaveViewProps, UnderProps } from './leave-props.ts'
import { dateOf } from './moments.ts'
import { TwoColumns } from './TwoColumns.tsx'
import { WhatGoes, WhatStays } from './WhatGoes.tsx'

const over = ['dropped', 'kept', 'moved']

/** Taking everything out, and leaving: what it means, when, and how to stop it. */
export function LeaveView(props: LeaveViewProps) {
  const { moment, action } = props
  const { state, facts } = moment
  const page = useStepFocus(state)
  return (
    <div ref={page} tabIndex={-1} className="grid min-w-0 gap-4 outline-none *:min-w-0 tablet:gap-5">
      {action.problem && <ProblemPanel problem={wordsFor(action.problem)} />}
      {state === null || facts === null || over.includes(state) ? (
        <Begin {...props} />
      ) : (
        <Under {...props} state={state} facts={facts} />
      )}
    </div>
  )
}

/** A step that was answered takes its button with it; the focus goes to the page, and not to nowhere. */
function useStepFocus(state: string | null) {
  const page = useRef<HTMLDivElement>(null)
  // what moves by itself within a closing leaves the reader where they are
  const step = state?.startsWith('deciding') ? state : (state?.split('.')[0] ?? '')
  const shown = useRef(step)
  useEffect(() => {
    if (shown.current !== step) page.current?.focus()
    shown.current = step
  }, [step])
  return page
}

function Under(props: UnderProps) {
  const { state } = props
  if (state.startsWith('deciding') || state === 'submitting') return <Deciding {...props} />
  if (state.startsWith('changing') || state === 'moving' || state === 'unmoved') return <Changing {...props} />
  return <Closing {...props} />
}

function Deciding(props: UnderProps) {
  const { state, facts, company, moment, action, onRetry } = props
  return (
    <>
      <PageHead title={`Closing ${company}`} facts="Nothing has happened yet. You can stop at any point." />
      {state === 'deciding.previewing' && <Skeleton label="Looking what there is" rows={[120, 240]} />}
      {state === 'deciding.unpreviewed' && (
        <ProblemPanel problem={wordsFor('leaving.failed')}>
          <Button busy={action.busy} onClick={onRetry}>
            Look again
          </Button>
          <ButtonLink kind="outline" href="/portal/">
            Go to home
          </ButtonLink>
        </ProblemPanel>
      )}
      {facts.preview && (
        <TwoColumns
          left={moment.mayLeave ? <Question {...props} /> : <WhatGoes facts={facts} />}
          right={
            <>
              {moment.mayLeave && <WhatGoes facts={facts} />}
              <WhatStays facts={facts} />
            </>
          }
        />
      )}
    </>
  )
}

function Question(props: UnderProps) {
  const { state } = props
  const busy = state === 'submitting' || state === 'deciding.applying' || props.action.busy
  const asked = { ...props, action: { ...props.action, busy } }
  if (state === 'deciding.reason') return <ReasonCard {...asked} />
  if (state === 'deciding.offering' || state === 'deciding.applying') return <OfferCard {...asked} />
  return <ConfirmCard {...asked} />
}

/** The offer was taken: the plan ends, the workspace does not. */
function Changing({ state, facts, company, moment, action, onUndo }: UnderProps) {
  const end = facts.endsAt === null ? '' : dateOf(facts.endsAt)
  const waits = state === 'changing.waiting'
  return (
    <>
      <PageHead title={`${company} moves to Free`} facts={`On ${end}. Nothing is deleted, nothing more is charged.`} />
      {facts.problem && <ProblemPanel problem={wordsFor(facts.problem)} />}
      <Card
        title={state === 'unmoved' ? 'A person looks at it' : `${facts.preview?.planName ?? 'The plan'} until ${end}`}
      >
        <div className="grid gap-4">
          <p className="text-ink-2">
            {state === 'unmoved'
              ? 'The move did not work by itself. Your workspace works as before, and nothing is charged.'
              : waits
                ? 'Everything works as before until then. You can keep the plan you have.'
                : 'This takes a moment. You can close this page.'}
          </p>
          {waits && moment.mayLeave ? (
            <div className="flex">
              <Button kind="outline" busy={action.busy} onClick={onUndo}>
                Keep {facts.preview?.planName}
              </Button>
            </div>
          ) : (
            <Chip role={state === 'unmoved' ? 'problem' : 'us'}>Waiting on us</Chip>
          )}
        </div>
      </Card>
    </>
  )
}
