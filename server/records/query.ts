/**
 * SQL for the domain tables: written once with kysely, compiled once per dialect, run by the store.
 *
 * Kysely only builds text here. It holds no connection, so nothing can be run past the store's commit.
 */
import {
  type Compilable,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { Compiled, Connection, statement } from '../store/connection.ts'

/** A write that rides in a commit: of an engine's step, or of `connection.write`. */
export type Write = ReturnType<typeof statement>

export type Dialect = Connection['dialect']

/** What every area of the records is made from. */
export interface RecordParts {
  readonly connection: Connection
  /** Milliseconds since 1970, from the engine's clock. */
  readonly now: () => number
  /** Keys every HMAC of the records. */
  readonly secret: string
}

/** Builds queries over `Tables` in the words of one database. */
export const builder = <Tables>(dialect: Dialect): Kysely<Tables> =>
  new Kysely<Tables>({
    dialect: {
      createDriver: () => new DummyDriver(),
      createAdapter: () => (dialect === 'sqlite' ? new SqliteAdapter() : new PostgresAdapter()),
      createQueryCompiler: () => (dialect === 'sqlite' ? new SqliteQueryCompiler() : new PostgresQueryCompiler()),
      createIntrospector: (db) => (dialect === 'sqlite' ? new SqliteIntrospector(db) : new PostgresIntrospector(db)),
    },
  })

/** Stands for a value while a query is compiled. */
class Placeholder {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}
const placeholders = new Proxy({}, { get: (_, name) => new Placeholder(String(name)) })

/** A compiled query with its values filled in. `row` exists for the type only. */
export interface Filled<Row> extends Compiled {
  readonly row?: Row
}

/**
 * Compiles a query once; every use only fills in its values.
 *
 * `build` sees stand-ins instead of values: it may hand them to kysely as values, and do nothing else with them.
 */
export function query<Values extends object, Row>(
  build: (values: Values) => Compilable<Row>,
): (values: Values) => Filled<Row> {
  const { sql, parameters } = build(placeholders as Values).compile()
  return (values) => ({
    sql,
    parameters: parameters.map((value) => (value instanceof Placeholder ? values[value.name as keyof Values] : value)),
  })
}

/** A row's columns by name, for an insert: kysely must be able to list them, and stand-ins have no keys of their own. */
export const pick = <Row extends object, Name extends keyof Row>(row: Row, ...names: Name[]): Pick<Row, Name> =>
  Object.fromEntries(names.map((name) => [name, row[name]])) as Pick<Row, Name>

/** Runs a read whose rows are typed by the query. */
export const read = <Row>({ rows }: Pick<Connection, 'rows'>, filled: Filled<Row>): Promise<Row[]> => rows<Row>(filled)

/** The first row, or null. */
export const readOne = async <Row>(connection: Pick<Connection, 'rows'>, filled: Filled<Row>): Promise<Row | null> =>
  (await read(connection, filled))[0] ?? null

/** What differs between the databases when tables are made. */
export interface Ddl {
  /** Holds milliseconds since 1970 and bytes. */
  readonly integer: 'integer' | 'bigint'
  /** What stands behind the closing bracket. SQLite checks types only in strict tables. */
  readonly end: string
}
export const ddl = (dialect: Dialect): Ddl =>
  dialect === 'sqlite' ? { integer: 'integer', end: 'strict, without rowid' } : { integer: 'bigint', end: '' }
