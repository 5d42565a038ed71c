/** What secrets are exchanged for: a typed code for a verdict, a password for a reference to its hash, a key for one to its seal. */
import { secretFields } from '../../machines/kit/secret.ts'
import type { Exchanged, SecretExchange, SecretField } from '../engine/ingress.ts'
import type { CodePurpose } from '../records/tokens/tokens.ts'
import { hashPassword } from '../services/identity/password.ts'
import type { Records } from './records.ts'

/** Which codes a flow's typed ones are judged against. */
const purposes: Readonly<Record<string, CodePurpose>> = { onboarding: 'verify-code', signIn: 'sign-in-code' }

export type SecretRecords = Pick<Records, 'tokens' | 'credentials' | 'integrationSecrets'>

export function secretExchange({ tokens, credentials, integrationSecrets }: SecretRecords): SecretExchange {
  async function code({ flow, actor, value }: SecretField): Promise<Exchanged> {
    const purpose = purposes[flow]
    if (!purpose) throw new Error(`Chart '${flow}' takes a code, but nobody said which.`)
    const { accepted, writes } = await tokens.judgeCode({ purpose, subject: actor, code: value })
    return { verdict: accepted ? 'code.accepted' : 'code.rejected', writes }
  }

  async function password({ actor, value }: SecretField): Promise<Exchanged> {
    const { ref, write } = credentials.keep(await hashPassword(value), actor)
    return { fields: { passwordRef: ref }, writes: [write] }
  }

  async function sealed({ actor, tenant, field, value }: SecretField): Promise<Exchanged> {
    const { ref, writes } = await integrationSecrets.keep({ owner: actor, tenant, purpose: field, value })
    return { fields: { [`${field}Ref`]: ref }, writes }
  }

  return {
    fields: (schema) => secretFields(schema as never),
    exchange(secret) {
      if (secret.kind === 'code') return code(secret)
      if (secret.kind === 'password') return password(secret)
      if (secret.kind === 'sealed') return sealed(secret)
      throw new Error(`Nobody knows how to exchange a secret of kind '${secret.kind}'.`)
    },
  }
}
