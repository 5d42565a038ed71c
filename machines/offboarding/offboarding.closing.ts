/** The end of a leaving: everything is taken away, certified, and told; then this record goes, too. */
import * as act from './offboarding.actions.ts'
import { offboarding } from './offboarding.words.ts'

export const cleaning = offboarding.createStateConfig({
  description: 'Everything is taken away, resource by resource.',
  tags: 'waiting on us',
  meta: { screen: 'LeaveView' },
  invoke: {
    id: 'cleaning',
    src: 'cleaning',
    input: ({ context }) => ({ closingId: context.offboardingId, tenantId: context.tenantId }),
    onDone: { target: 'certifying', actions: 'keepCleaned' },
    onError: { target: 'uncertified', actions: 'keepStuck' },
  },
  on: {
    'cleaning.progressed': { actions: 'keepSteps' },
    'cleaning.stuck': { actions: 'markStuck' },
    'cleaning.unstuck': { actions: 'clearStuck' },
  },
})

export const certifying = offboarding.createStateConfig({
  description: 'The certificate is written and signed.',
  tags: 'waiting on us',
  meta: { screen: 'LeaveView' },
  invoke: {
    id: 'issueCertificate',
    src: 'issueCertificate',
    input: ({ context }) => act.toCertify(context),
    onDone: { target: 'telling', actions: 'keepCertificate' },
    onError: { target: 'uncertified', actions: 'keepStuck' },
  },
})

export const uncertified = offboarding.createStateConfig({
  description: 'What was deleted could not be certified; an operator has to look.',
  tags: 'problem',
  meta: { screen: 'LeaveView' },
  on: { 'operator.retried': { target: 'certifying', actions: 'clearStuck' } },
})

export const telling = offboarding.createStateConfig({
  description: 'The last mail goes out, while the address is still known.',
  tags: 'waiting on us',
  meta: { screen: 'LeaveView' },
  invoke: {
    id: 'sendGoodbye',
    src: 'sendGoodbye',
    input: ({ context }) => act.toSayGoodbye(context),
    onDone: 'closed',
    onError: { target: 'untold', actions: 'keepStuck' },
  },
})

export const untold = offboarding.createStateConfig({
  description: 'The last mail could not be handed over; we try again by ourselves.',
  tags: 'waiting on us',
  meta: { screen: 'LeaveView' },
  after: { mailRest: { target: 'telling', actions: 'clearStuck' } },
  on: { 'operator.retried': { target: 'telling', actions: 'clearStuck' } },
})

export const closed = offboarding.createStateConfig({
  description: 'It is over; the certificate can be seen by anybody who has its number.',
  tags: 'healthy',
  meta: { screen: 'LeaveView' },
  after: { farewell: 'erased' },
})

export const erased = offboarding.createStateConfig({
  description: 'Nothing of the closing itself is left either.',
  type: 'final',
  tags: 'ended',
  meta: { screen: 'none' },
  entry: [{ type: 'eraseClosing', params: ({ context: { offboardingId } }) => ({ keyId: offboardingId }) }],
})
