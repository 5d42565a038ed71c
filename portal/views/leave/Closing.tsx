import { ProblemPanel } from '../../../ui/ProblemPanel.tsx'
import { PageHead } from '../PageHead.tsx'
import { wordsFor } from '../problems.ts'
import { DaysCard } from './DaysCard.tsx'
import type { UnderProps } from './leave-props.ts'
import { dateOf } from './moments.ts'
import { reached, stopsOf } from './stops.tsx'
import { Timeline } from './Timeline.tsx'
import { TwoColumns } from './TwoColumns.tsx'
import { WhatStays } from './WhatGoes.tsx'

const RETRIEVAL = reached('retrieval')

/** It is cancelled: what happens when, and how to stop it while that can be done. */
export function Closing(props: UnderProps) {
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
