import { describe, expect, it } from 'vitest'
import { flows } from '../../machines/registry.ts'
import { chartOf } from './charts.ts'
import { addressOf, BadLink, follow, type Link, linkTo, markOf, slugOf, wordOf } from './link.ts'
import { openPlayer } from './player.ts'
import type { Player } from './player-types.ts'
import { eventTypes } from './words.ts'

const charts = flows.map(({ machine: { id } }) => [id, chartOf(id)] as const)
const onboarding = chartOf('onboarding')

function at(link: Link, chart = onboarding): Player {
  const player = openPlayer(chart)
  follow(player, link)
  return player
}
const valueOf = (player: Player) => player.steps().at(-1)!.seen['']!.value
const allowed = /^[a-zA-Z0-9 _-]*$/

describe('a link to a state', () => {
  it.each(charts)('has a word of its own for everything %s can hear, and only letters Storybook allows', (_, chart) => {
    const words = new Map<string, string>()
    for (const type of eventTypes(chart.flow.machine)) {
      const word = wordOf(type)
      expect(word).toMatch(/^[a-zA-Z0-9 -]+$/)
      expect(word).not.toMatch(/^in | v[a-z0-9]{4}$/)
      // one delay in two states is the one that runs
      if (!word.startsWith('after ')) expect(words.get(word) ?? type).toBe(type)
      words.set(word, type)
    }
    for (const { type } of chart.words) {
      const marks = chart.words.filter((one) => one.type === type).map(markOf)
      expect(new Set(marks).size, type).toBe(marks.length)
    }
    const slugs = chart.fixtures.map(({ name }) => slugOf(name))
    expect(new Set(slugs).size).toBe(slugs.length)
  })

  it('leads to a moment, and on from there', () => {
    expect(valueOf(at({ moment: 'code-wrong' }))).toEqual({ signUp: { verifying: 'cooling' } })
    expect(valueOf(at({ moment: 'code', since: 'after resendCooldown_code-requested_failed sendCode' }))).toEqual({
      signUp: 'mailFailed',
    })
  })

  it('leads into the charts a chart runs', () => {
    const player = at({ moment: 'payment', since: 'in payment done openSetup_in payment card-submitted' })
    expect(player.steps().at(-1)!.seen['payment']!.value).toBe('confirming')
  })

  it('is written for whatever was done by hand, without what was typed, and leads there again', () => {
    const player = openPlayer(onboarding)
    player.request('', { type: 'address.submitted', email: 'somebody@private.example' })
    player.advance(1000)
    player.request('', { type: 'code.typed', code: '000000' })
    player.request('', { type: 'code.typed', code: '418302' })
    const profile = { type: 'profile.saved', name: 'Somebody', company: 'Private', role: 'developer' }
    player.request('', { ...profile, password: 'correct horse battery' })
    player.advance(1000)
    player.request('', { type: 'plan.chosen', plan: 'team', interval: 'year' })
    player.advance(1000)
    player.request('payment', { type: 'card.submitted' })
    const link = linkTo(onboarding, {}, player.steps(), 1)
    expect(JSON.stringify(link)).not.toMatch(/somebody|private|horse/i)
    expect(link.since).toMatch(allowed)
    const again = at(link)
    expect(valueOf(again)).toEqual(valueOf(player))
    expect(again.steps().at(-1)!.seen['payment']!.value).toBe('confirming')
  })

  it('names the nearest moment instead of the way to it', () => {
    const player = at({ moment: 'plan' })
    expect(linkTo(onboarding, {}, player.steps(), 1)).toEqual({ moment: 'plan', since: '' })
  })

  it('goes on from the link the story began with', () => {
    const link = { moment: 'payment', since: 'in payment done openSetup' }
    const player = at(link)
    const replayed = player.steps().length
    player.tell('payment', { type: 'payment.left' })
    const next = linkTo(onboarding, link, player.steps(), replayed)
    expect(next).toEqual({ moment: 'payment', since: 'in payment done openSetup_in payment payment-left' })
    expect(valueOf(at(next))).toEqual(valueOf(player))
  })

  it.each<[Link, RegExp]>([
    [{ moment: 'nowhere' }, /no moment called “nowhere”/],
    [{ moment: '__proto__' }, /no moment called/],
    [{ since: 'toString' }, /knows no “toString”/],
    [{ since: 'xstate-init' }, /knows no/],
    [{ since: 'code-accepted' }, /“code-accepted” changes nothing/],
    [{ since: 'address-submitted v0000' }, /Nobody knows this way/],
    [{ since: 'in payment card-submitted' }, /Nothing called “payment” runs/],
    [{ since: 'in constructor card-submitted' }, /Nothing called “constructor” runs/],
    [{ since: '_' }, /knows no/],
    [{ since: Array.from({ length: 500 }, () => 'address-submitted').join('_') }, /more than 400 steps/],
  ])('that is bad says why: %j', (link, reason) => {
    expect(() => at(link)).toThrow(BadLink)
    expect(() => at(link)).toThrow(reason)
  })

  it('is an address of the Storybook it was copied in', () => {
    const place = { origin: 'https://stories.example', pathname: '/book/iframe.html' }
    expect(addressOf(place, 'play-sign-up--from-the-beginning', { moment: 'code', since: 'after codeLifetime' })).toBe(
      'https://stories.example/book/?path=/story/play-sign-up--from-the-beginning&args=moment:code;since:after+codeLifetime',
    )
    expect(addressOf(place, 'play-sign-up--code', {})).toBe(
      'https://stories.example/book/?path=/story/play-sign-up--code',
    )
  })
})
