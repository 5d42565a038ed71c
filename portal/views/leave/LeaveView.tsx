import { type ReactNode, useEffect, useRef } from 'react'
import type { OffboardingView } from '../../../machines/offboarding/offboarding.view.ts'
import { Button } from '../../../ui/Button.tsx'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Meter } from '../../../ui/Meter.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { ProblemPanel } from '../../../ui/ProblemPanel.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { PageHead } from '../PageHead.tsx'
import { wordsFor } from '../problems.ts'
import { ConfirmCard, OfferCard, ReasonCard } from './Deciding.tsx'
import type { ActionState, LeaveActs, LeaveMoment } from './leave-types.ts'
import { dateOf, daysText, daysUntil, shortDate } from './moments.ts'
import { reached, stopsOf } from './stops.tsx'
import { Timeline } from './Timeline.tsx'
import { WhatGoes, WhatStays } from './WhatGoes.tsx'

export interface LeaveViewProps extends LeaveActs {
  moment: LeaveMoment
  company: string
  action: ActionState
  exportCard: ReactNode
  nowMs: number
}

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

interface UnderProps extends LeaveViewProps {
  state: string
  facts: OffboardingView
}

function Under(props: UnderProps) {
  const { state } = props
  if (state.startsWith('deciding') || state === 'submitting') return <Deciding {...props} />
  if (state.startsWith('changing') || state === 'moving' || state === 'unmoved') return <Changing {...props} />
  return <Closing {...props} />
}

/** Nobody is leaving: the export, and the door. */
function Begin({ moment, company, action, exportCard, onBegin }: LeaveViewProps) {
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

function Closing(props: UnderProps) {
  const { state, facts, company, exportCard } = props
  const lead =
    state === 'closed'
      ? 'It is done. This page can be closed.'
      : `You cancelled on ${dateOf(facts.cancelledAt ?? 0)}. Here is what happens, step by step, and how to stop it.`
  return (
    <>
      <PageHead title={state === 'closed' ? `${company} is closed` : `Closing ${company}`} facts={lead} />
      {facts.problem && <ProblemPanel problem={wordsFor(facts.problem)} />}
      <TwoColumns
        left={<Timeline stops={stopsOf(state, facts, exportCard)} />}
        right={
          <>
            {reached(state) <= RETRIEVAL && <DaysCard {...props} />}
            <WhatStays facts={facts} isOver={reached(state) > RETRIEVAL} />
          </>
        }
        rightFirst
      />
    </>
  )
}
const RETRIEVAL = reached('retrieval')

/** What is left of the time, and the way back. */
function DaysCard({ state, facts, company, moment, action, nowMs, onUndo }: UnderProps) {
  const scheduled = state.startsWith('scheduled')
  const from = (scheduled ? facts.cancelledAt : facts.stoppedAt) ?? nowMs
  const to = (scheduled ? facts.endsAt : facts.retrievalEndsAt) ?? nowMs
  const days = daysUntil(to, nowMs)
  const undoing = state.endsWith('undoing') || state.endsWith('taken') || state === 'stopping'
  return (
    <section aria-label="Time left" className="grid gap-3 rounded-card bg-surface p-4 shadow-card tablet:p-5">
      <div>
        <Chip role={undoing ? 'us' : 'person'}>{undoing ? 'Waiting on us' : 'Waiting on you'}</Chip>
      </div>
      <div>
        <p className="text-display font-semibold tracking-tight">{daysText(days)}</p>
        <p className="text-ink-2">{scheduled ? 'until the plan ends' : 'to download, or to stay'}</p>
      </div>
      <div className="grid gap-1.5">
        <Meter
          label="Time passed"
          value={Math.max(0, nowMs - from)}
          max={Math.max(1, to - from)}
          text={`${daysText(days)} left`}
          role="person"
        />
        <p className="flex justify-between text-small text-ink-2">
          <span>{shortDate(from)}</span>
          <span>{shortDate(to)}</span>
        </p>
      </div>
      {moment.mayLeave && (
        <>
          <Button kind="outline" busy={action.busy || undoing} onClick={onUndo}>
            Keep {company}
          </Button>
          {!scheduled && (
            <p className="text-small text-ink-2">It goes on with everything in it, on the plan that costs nothing.</p>
          )}
        </>
      )}
    </section>
  )
}

interface TwoColumnsProps {
  left: ReactNode
  right: ReactNode
  /** On a phone, what is right comes first. */
  rightFirst?: boolean
}

const TwoColumns = ({ left, right, rightFirst }: TwoColumnsProps) => (
  <div className="grid items-start gap-4 tablet:gap-5 desk:grid-cols-[minmax(0,2.5fr)_minmax(0,1fr)]">
    <div className="grid min-w-0 gap-4">{left}</div>
    <div className={`grid min-w-0 gap-4 tablet:gap-5 ${rightFirst ? 'max-desk:order-first' : ''}`}>{right}</div>
  </div>
)
