/** The sandbox's pages, as far as its peers stand in: the mailbox, and a clock that can be moved. */
import { mailboxJson } from '../../sandbox/mailbox/json.ts'
import { mailboxPage } from '../../sandbox/mailbox/page.ts'
import type { Engine } from '../engine/engine.ts'
import type { MovableClock } from '../engine/clock.ts'
import type { Sandbox } from '../http/ports.ts'
import type { Mailbox } from '../records/notices/mailbox.ts'

export const sandbox = (mailbox: Mailbox, clock: MovableClock, engine: Engine): Sandbox => ({
  mailboxPage: async (selected) => mailboxPage(await mailbox.listFor(), { selected }),
  mailboxJson: async (to) => mailboxJson(await mailbox.listFor(to ?? undefined)),
  advance(ms) {
    clock.advance(ms)
    engine.wake()
  },
})
