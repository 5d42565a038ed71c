/**
 * What a chart says about itself in plain language, beside the `description` of each state: read in pictures, in the
 * inspector and in the documents. One sentence each, for somebody who has never seen the code.
 */
export interface Says {
  /** The flow's name for people, e.g. `Signing up`. */
  readonly title: string
  /** What the flow is for, from whose side, in one or two sentences. */
  readonly summary: string
  /** By event type, results of effects and timers left out: what happened, and who did it. */
  readonly events: Readonly<Record<string, string>>
  /** By delay: what time ran out, and what for. */
  readonly delays: Readonly<Record<string, string>>
  /** By `<invoke id> done` and `<invoke id> failed`: what it means that it answered. */
  readonly answers: Readonly<Record<string, string>>
  /** By guard: when the way is open, e.g. `a code may still be asked for`. */
  readonly guards: Readonly<Record<string, string>>
  /** By effect or invoked chart: what we do, e.g. `mails a six-digit code`. */
  readonly effects: Readonly<Record<string, string>>
}
