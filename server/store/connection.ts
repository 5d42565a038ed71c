/**
 * How domain tables (`records/`) reach the database: they build SQL once with kysely, for both dialects, and hand it
 * over compiled. Reads run at once; writes either ride in a step's commit as `Statement`s or go through `write`.
 */
import type { Statement } from './store.ts'

/** What kysely's `compile()` gives. */
export interface Compiled {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

export type Written = { readonly result: 'written' } | { readonly result: 'refused'; readonly code: string }

export interface Connection {
  readonly dialect: 'sqlite' | 'postgres'
  rows<Row>(query: Compiled): Promise<Row[]>
  /** Runs all statements in one transaction, or none: the first that does not hold answers with its code. */
  write(statements: readonly Statement[]): Promise<Written>
  /** Runs a script of `create … if not exists`, once, at the start. */
  define(schema: string): Promise<void>
}

/** A compiled write as a statement: `rows` is how many it must change, `code` what is said when it does not. */
export const statement = ({ sql, parameters }: Compiled, code: string, rows?: number): Statement =>
  rows === undefined ? { sql, parameters, code } : { sql, parameters, code, rows }
