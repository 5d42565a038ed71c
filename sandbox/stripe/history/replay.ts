/** Does again what an earlier life was asked, at the times it was asked. */
import type { Account } from '../account/account.ts'
import { answerChallenge, intentById } from '../objects/challenge.ts'
import { type Api, prepareKept } from '../wire/perform.ts'
import { showCard } from './hide-card.ts'
import type { Line } from './history.ts'

export interface Replay {
  readonly api: Api
  /** Does what is due by a moment, in milliseconds since 1970. */
  readonly settleUntil: (at: number) => void
}

/** Returns the ids of the events that were delivered. */
export function replay({ api, settleUntil }: Replay, past: readonly Line[]): ReadonlySet<string> {
  const delivered = new Set<string>()
  for (const line of past) {
    if (line.what === 'delivered') delivered.add(line.event)
    if (!('at' in line)) continue
    settleUntil(line.at)
    api.account.clock.standing(line.at, () => again(api, line))
  }
  return delivered
}

function again(api: Api, line: Extract<Line, { at: number }>): void {
  const { account } = api
  if (line.what === 'advance') account.clock.advance(line.ms)
  else if (line.what === 'challenge') challengeAgain(account, line.intent, line.passed)
  else prepareKept(api, { ...line, body: showCard(line.body) }).run(line.times)
}

/** What was refused then is refused now. */
function challengeAgain(account: Account, intent: string, passed: boolean): void {
  try {
    answerChallenge(account, intentById(account, intent), passed)
  } catch {
    // the same refusal as the first time
  }
}
