/** Operators, signed in to the console. */
import { operatorBrowser } from '../../services/identity/testing/operator-browser.ts'
import type { Proof } from './calls.ts'
import type { InProcess } from './in-process.ts'

let made = 0

/** A new operator who came in by a password only, or by both factors. */
export async function operator({ operators, config }: InProcess, factors: 'password' | 'both'): Promise<Proof> {
  const who = { email: `operator-${++made}@tenure.test`, password: 'correct horse battery' }
  await operators.create({ ...who, name: 'Ines Berg' })
  const browser = operatorBrowser(operators, config.publicUrl, who)
  await (factors === 'both' ? browser.begin() : browser.signIn())
  return { cookie: browser.cookie() }
}
