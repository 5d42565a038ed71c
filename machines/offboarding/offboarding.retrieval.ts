/** The thirty days after the end: the notices before the clean-up and, beside them, the way back. */
import * as act from './offboarding.actions.ts'
import { offboarding } from './offboarding.words.ts'

export const retrieval = offboarding.createStateConfig({
  description: 'Nothing is charged any more; everything can be taken out, or kept.',
  type: 'parallel',
  entry: 'clearProblem',
  states: {
    countdown: {
      description: 'No clean-up without its notices.',
      initial: 'open',
      states: {
        open: {
          description: 'Everything can be taken out.',
          tags: 'waiting on person',
          meta: { screen: 'LeaveView' },
          after: { untilFirstNotice: 'noticing' },
        },
        noticing: {
          description: 'The owner is told how many days are left.',
          tags: 'waiting on us',
          meta: { screen: 'LeaveView' },
          invoke: {
            id: 'sendNotice',
            src: 'sendNotice',
            input: ({ context }) => act.toNotify(context),
            onDone: { target: 'noticed', actions: 'countNotice' },
            onError: 'unnoticed',
          },
        },
        unnoticed: {
          description: 'Mail is down; the date moves until the notice is out.',
          tags: 'waiting on us',
          meta: { screen: 'LeaveView' },
          after: { mailRest: 'noticing' },
        },
        noticed: {
          description: 'Everything can still be taken out.',
          tags: 'waiting on person',
          meta: { screen: 'LeaveView' },
          after: {
            untilNext: [{ guard: 'areAllNoticesSent', target: '#offboarding.cleaning' }, { target: 'noticing' }],
          },
        },
      },
    },
    wayBack: {
      description: 'The workspace can be kept, without what was paid for.',
      initial: 'open',
      states: {
        open: {
          description: 'Nobody has asked for it yet.',
          tags: 'waiting on person',
          meta: { screen: 'none' },
          on: { 'leaving.undone': { target: 'taken', actions: 'clearProblem' } },
        },
        taken: {
          description: 'It becomes a workspace that costs nothing.',
          tags: 'waiting on us',
          meta: { screen: 'LeaveView' },
          invoke: {
            id: 'comeBack',
            src: 'moveToFree',
            input: ({ context }) => act.which(context),
            onDone: '#offboarding.moved',
            onError: { target: 'open', actions: 'keepProblem' },
          },
        },
      },
    },
  },
})
