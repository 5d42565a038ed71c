import { describe, expect, it } from 'vitest'
import { walkChart } from '../../server/engine/proof/walk.ts'
import { fixtureGaps, policyGaps, unexplainedLeaves } from '../kit/chart-rules.ts'
import { activeLeaves, after, done, failed, type Told } from '../kit/walk.ts'
import * as told from './offboarding.fixtures.ts'
import { offboardingFlow } from './offboarding.flow.ts'
import { offboardingMachine } from './offboarding.machine.ts'
import { noticeDays } from './offboarding.delays.ts'

const { input, seen, free, paid, skipped, scheduled, open, atCleaning, atTelling, changing, lapse, undone } = told
const walk = (events: readonly Told[]) => after(offboardingMachine, input, events)
const askedFor = (events: readonly Told[]) => walk(events).asked.map(({ src }) => src)
const confirming = [seen(), skipped]
const undoDone = done('undoLeaving', { undone: true })

describe('a leaving', () => {
  it.each<[string, readonly Told[], string]>([
    ['looks what would go', [], 'deciding.previewing'],
    ['shows it', [seen()], 'deciding.reason'],
    ['says when it cannot', [failed('preview')], 'deciding.unpreviewed'],
    ['looks again', [failed('preview'), { type: 'leaving.retried' }], 'deciding.previewing'],
    ['makes one offer to whoever pays', [seen(), told.reasoned], 'deciding.offering'],
    ['makes none to whoever pays nothing', [seen(free), told.reasoned], 'deciding.confirming'],
    ['makes none that does not fit', [seen({ ...paid, freePlanName: null }), told.reasoned], 'deciding.confirming'],
    ['lets every question be skipped', confirming, 'deciding.confirming'],
    ['makes the offer once', [seen(), told.reasoned, told.declined, told.accepted], 'deciding.confirming'],
    ['applies the offer', [seen(), told.reasoned, told.accepted], 'deciding.applying'],
    [
      'has changed nothing when it cannot',
      [seen(), told.reasoned, told.accepted, failed('applyOffer')],
      'deciding.offering',
    ],
    ['keeps the workspace when the offer was taken', changing, 'changing.waiting'],
    ['and moves it at the end of the plan', [...changing, lapse('untilEnd', 'changing')], 'moving'],
    ['and lets the plan be kept', [...changing, undone, done('undoChange', { undone: true })], 'kept'],
    [
      'does nothing under another name',
      [...confirming, told.confirmed('now', 'northlake press')],
      'deciding.confirming',
    ],
    [
      'takes spaces around the name for nothing',
      [...confirming, told.confirmed('now', ' Northlake Press ')],
      'submitting',
    ],
    ['is scheduled to the end of the plan', scheduled, 'scheduled.waiting'],
    ['ends at once when that is asked for', [...confirming, told.confirmed('now'), told.began(0)], 'stopping'],
    [
      'ends at once when nothing is paid for',
      [seen(free), skipped, told.confirmed('period end'), told.began(0)],
      'stopping',
    ],
    ['can be undone', [...scheduled, undone, undoDone], 'kept'],
    ['stays scheduled when that fails', [...scheduled, undone, failed('undoLeaving')], 'scheduled.waiting'],
    [
      'goes on to the end while it is undone too late',
      [...scheduled, undone, lapse('untilEnd', 'scheduled')],
      'stopping',
    ],
    ['stops billing at the end', [...scheduled, lapse('untilEnd', 'scheduled')], 'stopping'],
    [
      'needs a person when billing cannot be stopped',
      [...scheduled, lapse('untilEnd', 'scheduled'), failed('stopBilling')],
      'unstopped',
    ],
    ['leaves thirty days to take everything out', open, 'retrieval.countdown.open + retrieval.wayBack.open'],
    ['can be taken back in them', [...open, undone, done('comeBack', { moved: true })], 'moved'],
    [
      'or not, when that fails',
      [...open, undone, failed('comeBack')],
      'retrieval.countdown.open + retrieval.wayBack.open',
    ],
    ['cleans up after three notices', atCleaning, 'cleaning'],
    ['cannot be undone from then on', [...atCleaning, undone], 'cleaning'],
    ['is certified', [...atCleaning, told.cleaned], 'certifying'],
    ['needs a person when it cannot be', [...atCleaning, told.cleaned, failed('issueCertificate')], 'uncertified'],
    ['tells the owner last', atTelling, 'telling'],
    ['tries again when mail is down', [...atTelling, failed('sendGoodbye'), lapse('mailRest', 'untold')], 'telling'],
    ['is closed', [...atTelling, told.said], 'closed'],
    ['leaves nothing of itself', [...atTelling, told.said, lapse('farewell', 'closed')], 'erased'],
    ['is dropped when its owner says so', [seen(), told.dropped], 'dropped'],
    ['is dropped when nobody confirms it', [...confirming, lapse('patience', 'deciding')], 'dropped'],
    ['cannot be dropped once it is scheduled', [...scheduled, told.dropped], 'scheduled.waiting'],
  ])('%s', (_, events, leads) => {
    expect(activeLeaves(walk(events).snapshot).join(' + ')).toBe(leads)
  })

  it('asks for nothing outside before the name was typed', () => {
    for (const events of [[], [seen()], [seen(), told.reasoned], confirming])
      expect(askedFor(events).filter((src) => src !== 'preview')).toEqual([])
    expect(askedFor([...confirming, told.confirmed('now', 'Somebody else')])).toEqual([])
    expect(askedFor([...confirming, told.confirmed('now')])).toEqual(['beginLeaving'])
  })

  it('stops billing before it deletes anything', () => {
    const all = atTelling.map((_, index) => askedFor(atTelling.slice(0, index))).flat()
    expect(all.filter((src) => src === 'stopBilling' || src === 'cleaning')).toEqual(['stopBilling', 'cleaning'])
  })

  it('deletes nothing before each notice is out, however long mail is down', () => {
    const due = lapse('untilFirstNotice', 'retrieval.countdown.open')
    const rest = lapse('mailRest', 'retrieval.countdown.unnoticed')
    const next = lapse('untilNext', 'retrieval.countdown.noticed')
    const down = [...open, due, failed('sendNotice'), rest, failed('sendNotice'), rest]
    expect(askedFor(down)).toEqual(['sendNotice'])
    const days = [0, 1, 2].map((index) => {
      const events = [...down, ...Array.from({ length: index }, () => [told.noticed, next]).flat()]
      return (walk(events).asked[0]!.input as { daysLeft: number }).daysLeft
    })
    expect(days).toEqual([...noticeDays])
  })

  it('mails nobody twice for one cancellation, and again for the next', () => {
    const identities = ([1, 2] as const).map((cancelledAt) =>
      offboardingFlow.announced!['sendCancellation']!.identity({ offboardingId: 'off_1', cancelledAt } as never),
    )
    expect(new Set(identities).size).toBe(2)
  })
})

describe('the chart', () => {
  it('explains every leaf', () => {
    expect(unexplainedLeaves(offboardingMachine)).toEqual([])
  })
  it('has a fixture for every screen', () => {
    expect(fixtureGaps(offboardingMachine, input, told.offboardingFixtures)).toEqual([])
  })
  it('has a policy for every event, and a permission for every member’s', () => {
    expect(policyGaps(offboardingFlow)).toEqual([])
    for (const [type, callers] of Object.entries(offboardingFlow.policy))
      if (callers.includes('member')) expect(offboardingFlow.permissions?.[type], type).toBe('account.close')
  })
  it('shows nobody’s address and nobody’s feedback', () => {
    const { context } = walk([seen(), told.reasoned]).snapshot
    for (const caller of ['member', 'operator', 'system'] as const)
      expect(JSON.stringify(offboardingFlow.view(context, caller))).not.toMatch(/mara|usr_|Too much/)
  })
  it('plans what the live interpreter does', { timeout: 60_000 }, () => {
    const outputs = Object.fromEntries(
      [seen(), told.began(), told.stopped, told.noticed, told.certified, told.said, told.moved, undoDone]
        .map((one) => [String(one['actorId']), one['output']])
        .concat([
          ['applyOffer', told.offerApplied['output']],
          ['undoChange', { undone: true }],
          ['comeBack', { moved: true }],
          ['clean', { count: 1, at: 1, retained: null }],
        ]),
    )
    const events = [
      skipped,
      told.reasoned,
      told.accepted,
      told.declined,
      told.confirmed('period end'),
      told.confirmed('now'),
      undone,
      told.dropped,
      told.operator,
      { type: 'leaving.retried' },
    ]
    const { steps } = walkChart(offboardingMachine, { steps: 10_000, seed: 29, input, events, outputs })
    expect(steps).toBeGreaterThanOrEqual(10_000)
  })
})
