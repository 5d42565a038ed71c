/** What happened, one dot for each step; pressing one looks back at it. */
import { useEffect, useRef } from 'react'
import { readableName } from '../../machines/kit/readable.ts'
import { leavesOf } from './marks.ts'
import type { Step } from './player-types.ts'
import { eventWords, gist } from './words.ts'

export interface StepTrackProps {
  steps: readonly Step[]
  at: number
  onGoTo(step: number): void
}

export function StepTrack({ steps, at, onGoTo }: StepTrackProps) {
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const here = list.current?.children[at] as HTMLElement | undefined
    if (here) list.current!.scrollTo({ left: here.offsetLeft - list.current!.clientWidth / 2 })
  }, [at, steps.length])
  return (
    <ol className="tn-play-steps" ref={list} aria-label="Steps">
      {steps.map((step, index) => (
        <li key={index} data-at={index < at ? 'past' : index === at ? 'here' : 'ahead'}>
          <button type="button" aria-current={index === at ? 'step' : undefined} onClick={() => onGoTo(index)}>
            <i aria-hidden />
            <b>{eventWords(step.event.type)}</b>
            <span>{gist(step.event) || stateOf(step)}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}

const stateOf = (step: Step) => readableName(leavesOf(step, '')[0]?.split('.').at(-1) ?? '')
