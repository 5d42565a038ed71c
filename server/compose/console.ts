/** The console's door: the operators, and how the first of them comes to be. */
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { Tokens } from '../records/tokens/tokens.ts'
import { type Operators, openOperators } from '../services/identity/operators.ts'
import type { Connection } from '../store/connection.ts'

interface ConsoleParts {
  readonly config: Pick<Config, 'dataDir' | 'secret' | 'publicUrl' | 'operator'>
  readonly tokens: Tokens
  readonly connection: Connection
  readonly log: Logger
}
export interface Console {
  readonly operators: Operators
  /** Where the first operator is made, once and within a day; null when there is one. */
  readonly link: string | null
}

const DAY_MS = 86_400_000

/** Whom the one-time link speaks for. */
export const FIRST_OPERATOR = { purpose: 'first-operator', subject: 'operators', tenant: 'operators' } as const

export async function openConsole({ config, tokens, connection, log }: ConsoleParts): Promise<Console> {
  const { dataDir, secret, publicUrl, operator } = config
  const operators = await openOperators({
    path: join(dataDir, 'operators.db'),
    secret,
    publicUrl,
    log: (message) => log.warn({ area: 'operators' }, message),
  })
  if (operator) await operators.create({ ...operator, name: operator.email.split('@')[0]! })
  if (await operators.any()) return { operators, link: null }
  const { token, write } = tokens.issue({ ...FIRST_OPERATOR, lifetimeMs: DAY_MS })
  // a link of an earlier start is worth nothing beside the one that is printed now
  await connection.write([...tokens.revokeAll(FIRST_OPERATOR.subject, [FIRST_OPERATOR.purpose]), write])
  // behind the hash, so that it stays out of every log on the way
  return { operators, link: `${publicUrl}/operator/welcome#${token}` }
}
