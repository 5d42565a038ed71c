/**
 * Group commit: work that arrives while a transaction is open shares the next one, so one fsync pays for many.
 *
 * Each piece runs in a savepoint of its own: one that throws is undone alone and its caller hears the error.
 */
import type { Database } from 'better-sqlite3'

/** Thrown inside a piece of work to undo it and still answer. */
export class Undo<T> extends Error {
  readonly answer: T
  constructor(answer: T) {
    super('undone')
    this.answer = answer
  }
}

interface Piece {
  work: () => unknown
  done: (answer: never) => void
  fail: (error: unknown) => void
}
type Result = { answer: unknown } | { error: unknown }

export interface GroupCommit {
  /** Runs `work` inside the next transaction; resolves once that transaction is on disk. */
  run<T>(work: () => T): Promise<T>
}

export function groupCommit(db: Database): GroupCommit {
  const savepoint = db.prepare('savepoint piece')
  const release = db.prepare('release piece')
  const rollback = db.prepare('rollback to piece')
  let waiting: Piece[] = []

  function runOne({ work }: Piece): Result {
    savepoint.run()
    try {
      const answer = work()
      release.run()
      return { answer }
    } catch (error) {
      rollback.run()
      release.run()
      return error instanceof Undo ? { answer: error.answer } : { error }
    }
  }
  const runAll = db.transaction((pieces: Piece[]) => pieces.map(runOne))

  function flush() {
    const pieces = waiting
    waiting = []
    let results: Result[]
    try {
      results = runAll.immediate(pieces)
    } catch (error) {
      for (const { fail } of pieces) fail(error)
      return
    }
    pieces.forEach(({ done, fail }, index) => {
      const result = results[index]!
      if ('error' in result) fail(result.error)
      else done(result.answer as never)
    })
  }

  return {
    run: (work) =>
      new Promise((done, fail) => {
        if (waiting.push({ work, done, fail }) === 1) setImmediate(flush)
      }),
  }
}
