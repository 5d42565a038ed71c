/** An expected failure of a record: a rule of the data said no. `code` is stable; the message is for the log. */
export class Refusal extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.name = 'Refusal'
    this.code = code
  }
}

/** Turns the store's `refused` into a throw, where the caller has nothing better to do with it. */
export function orRefuse(written: { result: 'written' } | { result: 'refused'; code: string }, message: string): void {
  if (written.result === 'refused') throw new Refusal(written.code, message)
}
