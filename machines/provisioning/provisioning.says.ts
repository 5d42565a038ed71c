/** A provisioning run in plain language. */
import type { Says } from '../kit/says.ts'

export const provisioningSays: Says = {
  title: 'Making a workspace',
  summary:
    'Makes what a sign-up ordered, step by step: account, workspace, limits and so on. What cannot be finished is taken back, or waits for one of our people.',
  events: {
    'operator.retried': 'An operator asked to try the step again.',
    'operator.compensated': 'An operator asked to take everything back.',
  },
  delays: { retryDelay: 'The wait after a step that did not work is over.' },
  answers: {
    'executeStep done': 'The step says that it is done.',
    'executeStep failed': 'The step did not work, or gave no answer in time.',
    'probeStep done': 'We looked whether the step was done.',
    'probeStep failed': 'We could not look whether the step was done.',
    'verifyStep done': 'We looked whether what was made holds.',
    'verifyStep failed': 'We could not look whether what was made holds.',
    'compensateStep done': 'One thing is taken back.',
    'compensateStep failed': 'One thing could not be taken back.',
  },
  guards: {
    isEverythingDone: 'no step is left',
    isNothingLeft: 'nothing is left to take back',
    isOutcomeUnknown: 'nobody knows whether it worked',
    isPermanent: 'trying again would fail in the same way',
    hasTriesLeft: 'the step may still be tried',
    isBestEffort: 'the workspace is whole without this step',
    isPresent: 'what the step makes is there',
    isAbsent: 'what the step makes is not there',
    isSound: 'what was made holds',
  },
  effects: {
    executeStep: 'does the step',
    probeStep: 'looks whether the step was done',
    verifyStep: 'looks whether what was made holds',
    compensateStep: 'takes back what the step made',
  },
}
