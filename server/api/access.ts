/** How much of a workspace is open to its people now: the account's chart says it, and every router asks here. */
import { accountIdOf } from '../../machines/account/account.flow.ts'
import { accessIn } from '../../machines/account/account.view.ts'
import { type AccessLevel, type AccessProblem, allows, type Doing } from '../../machines/vocabulary/access.ts'
import type { Engine } from '../engine/engine.ts'
import { Problem } from './trpc.ts'

type Ports = { readonly engine: Pick<Engine, 'view'> }

/**
 * The level, and why it is not more. A workspace whose account is not there yet is one that became ready this very moment,
 * paid for if it costs something: it is open.
 */
export async function accessNow(
  { engine }: Ports,
  tenant: string,
): Promise<{ level: AccessLevel; problem: AccessProblem | null }> {
  const account = await engine.view(accountIdOf(tenant), 'system')
  return account ? accessIn(account.value) : { level: 'full', problem: null }
}

/** Null when it is allowed, else why not. For whoever does not speak tRPC. */
export async function refusalOf(ports: Ports, tenant: string, doing: Doing): Promise<AccessProblem | null> {
  const { level, problem } = await accessNow(ports, tenant)
  return allows(level, doing) ? null : problem
}

/** Throws `account.unpaid`, `account.leaving`, `account.held` or `account.closed`. */
export async function mustBeOpen(ports: Ports, tenant: string, doing: Doing): Promise<void> {
  const problem = await refusalOf(ports, tenant, doing)
  if (problem) throw new Problem('FORBIDDEN', problem, refusalText[problem])
}

export const refusalText: Readonly<Record<AccessProblem, string>> = {
  'account.unpaid': 'The workspace owes money, and this waits until it is paid. Billing says what is open.',
  'account.leaving': 'The workspace is on its way out, and nothing new is made in it. Take that back to go on.',
  'account.held': 'One of our people has stopped this workspace. Write to us, and we say why.',
  'account.closed': 'This workspace is closed.',
}
