/** Every chart as it is played. Children stand here too: a chart that invokes one runs it with the same services. */
import * as account from '../../machines/account/account.fixtures.ts'
import { accountFlow } from '../../machines/account/account.flow.ts'
import * as card from '../../machines/card/card.fixtures.ts'
import { cardFlow } from '../../machines/card/card.flow.ts'
import * as cleaning from '../../machines/cleaning/cleaning.fixtures.ts'
import { cleaningFlow } from '../../machines/cleaning/cleaning.flow.ts'
import * as exporting from '../../machines/export/export.fixtures.ts'
import { exportFlow } from '../../machines/export/export.flow.ts'
import * as integration from '../../machines/integration/integration.fixtures.ts'
import { integrationFlow } from '../../machines/integration/integration.flow.ts'
import * as invitation from '../../machines/invitation/invitation.fixtures.ts'
import { invitationFlow } from '../../machines/invitation/invitation.flow.ts'
import { done, failed } from '../../machines/kit/walk.ts'
import * as licensing from '../../machines/licensing/licensing.fixtures.ts'
import { licensingFlow } from '../../machines/licensing/licensing.flow.ts'
import * as offboarding from '../../machines/offboarding/offboarding.fixtures.ts'
import { offboardingFlow } from '../../machines/offboarding/offboarding.flow.ts'
import * as onboarding from '../../machines/onboarding/onboarding.fixtures.ts'
import { onboardingFlow } from '../../machines/onboarding/onboarding.flow.ts'
import * as password from '../../machines/password/password.fixtures.ts'
import { passwordFlow } from '../../machines/password/password.flow.ts'
import * as payment from '../../machines/payment/payment.fixtures.ts'
import { paymentFlow } from '../../machines/payment/payment.flow.ts'
import * as provisioning from '../../machines/provisioning/provisioning.fixtures.ts'
import { provisioningFlow } from '../../machines/provisioning/provisioning.flow.ts'
import * as removal from '../../machines/removal/removal.fixtures.ts'
import { removalFlow } from '../../machines/removal/removal.flow.ts'
import * as signIn from '../../machines/sign-in/sign-in.fixtures.ts'
import { signInFlow } from '../../machines/sign-in/sign-in.flow.ts'
import * as webhook from '../../machines/webhook/webhook.fixtures.ts'
import { webhookFlow } from '../../machines/webhook/webhook.flow.ts'
import { type PlayChart, playChart } from './play-chart.ts'

const day = 86_400_000

/** What each step of a set-up leaves for the steps after it. */
const facts: Readonly<Record<string, object>> = {
  account: { userId: 'usr_1' },
  workspace: { slug: 'fernhill-studio' },
}
const stepOf = (input: unknown) => (input as { step: string }).step

const all: readonly PlayChart[] = [
  playChart(onboardingFlow, {
    from: onboarding,
    fixtures: onboarding.onboardingFixtures,
    caller: 'visitor',
    more: [onboarding.paid],
    answers: { closeCustomer: () => ({ closed: true }) },
  }),
  playChart(paymentFlow, {
    from: payment,
    fixtures: payment.paymentFixtures,
    caller: 'visitor',
    more: [
      payment.subscribed,
      payment.cardHolds,
      payment.cardIs('processing'),
      payment.cardIs('gone'),
      payment.reread({ state: 'needs card', problem: null }),
      payment.reread({ state: 'needs card', problem: 'card.declined' }),
      payment.rechecked({ state: 'needs action', problem: null }),
      payment.rechecked({ state: 'active', problem: null }),
      payment.chargeIs('active'),
      payment.chargeIs('processing'),
      failed('openSetup', 'plan.priceChanged'),
    ],
    answers: { readSubscription: () => ({ state: 'active', problem: null }) },
  }),
  playChart(provisioningFlow, {
    from: provisioning,
    input: provisioning.order,
    caller: 'operator',
    more: [
      ...(['timeout', 'workspace.failed', 'address.taken'] as const).map(provisioning.notExecuted),
      ...(['present', 'absent', 'ambiguous'] as const).map(provisioning.found),
    ],
    answers: { executeStep: ({ input }) => facts[stepOf(input)] ?? {} },
  }),
  playChart(signInFlow, { from: signIn, fixtures: signIn.signInFixtures, caller: 'visitor' }),
  playChart(webhookFlow, {
    from: webhook,
    caller: 'operator',
    more: (['sent', 'no owner', 'not needed'] as const).map(webhook.receiptIs),
  }),
  playChart(invitationFlow, {
    from: invitation,
    fixtures: invitation.invitationFixtures,
    more: [
      ...(['seats.full', 'invitation.inviterGone', 'member.known'] as const).map(invitation.notSeated),
      invitation.noAccount('address.taken'),
    ],
  }),
  playChart(removalFlow, { from: removal, caller: 'operator' }),
  playChart(licensingFlow, { from: licensing, caller: 'operator' }),
  playChart(passwordFlow, { from: password, caller: 'operator' }),
  playChart(accountFlow, {
    from: account,
    more: [account.paid, account.crossed(account.most), account.crossed(account.all)],
    answers: {
      sendDunning: ({ now }) => ({ at: now }),
      applyPlan: () => ({ applied: true, crossed: [] }),
    },
  }),
  playChart(cardFlow, { from: card, fixtures: card.cardFixtures }),
  playChart(integrationFlow, {
    from: integration,
    fixtures: integration.integrationFixtures,
    answers: { checkCredential: ({ now }) => ({ ...integration.seen, at: now }) },
  }),
  playChart(exportFlow, {
    from: exporting,
    fixtures: exporting.exportFixtures,
    answers: { tellExport: ({ now }) => ({ expiresAt: now + 7 * day }) },
  }),
  playChart(cleaningFlow, {
    from: cleaning,
    caller: 'operator',
    more: [cleaning.notGone('disk.failed')],
    answers: {
      clean({ input, now }) {
        const { output } = (stepOf(input) === 'invoices' ? cleaning.keptByLaw : cleaning.gone) as { output?: object }
        return { ...output, at: now }
      },
    },
  }),
  playChart(offboardingFlow, {
    from: offboarding,
    fixtures: offboarding.offboardingFixtures,
    more: [offboarding.confirmed('period end'), offboarding.confirmed('now'), done('undoLeaving', { undone: true })],
    answers: {
      beginLeaving: ({ now, input }) => leaving(now, input),
      stopBilling: ({ now }) => ({ stoppedAt: now, retrievalEndsAt: now + 30 * day }),
      moveToFree: () => ({ moved: true }),
    },
  }),
]

/** "Now" ends at once, everything else with the period that is paid. */
function leaving(now: number, input: unknown) {
  const inMs = (input as { when?: string }).when === 'now' ? 0 : 14 * day
  return { cancelledAt: now, endsAt: now + inMs, inMs }
}

const byId = new Map(all.map((chart) => [chart.flow.machine.id, chart]))

export function chartOf(id: string): PlayChart {
  const chart = byId.get(id)
  if (!chart) throw new Error(`Nobody has said how ${id} is played.`)
  return chart
}

/** The same chart of a provider one goes to and comes back from. */
export const githubChart: PlayChart = playChart(integrationFlow, {
  from: integration,
  input: integration.githubInput,
  fixtures: integration.githubFixtures,
  answers: { checkCredential: ({ now }) => ({ ...integration.seen, at: now }) },
})
