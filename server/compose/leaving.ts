/** The bodies of export, clean-up and leaving, wired. The engine is asked for late, because it is made of the bodies. */
import { accountIdOf } from '../../machines/account/account.flow.ts'
import * as mail from '../services/notification/leaving-mails.ts'
import type { Config } from '../config.ts'
import type { Engine } from '../engine/engine.ts'
import type { CatalogueFile } from '../plans/catalogue.ts'
import { leavingMoney } from '../services/billing/leaving-money.ts'
import type { Provider } from '../services/billing/provider.ts'
import { issueCertificate } from '../services/certificate/issue-certificate.ts'
import type { SigningKey } from '../services/certificate/signing-key.ts'
import { clean } from '../services/cleaning/clean.ts'
import { kinds } from '../services/cleaning/kinds.ts'
import { EffectError } from '../services/effect.ts'
import type { AuditLines } from '../services/export/audit-section.ts'
import { deleteExport } from '../services/export/delete-export.ts'
import { planExport } from '../services/export/plan-export.ts'
import { writeExport } from '../services/export/write-export.ts'
import type { Identity } from '../services/identity/identity.ts'
import type { TellAccount } from '../services/leaving/money.ts'
import { preview } from '../services/leaving/preview.ts'
import { beginLeaving, type CataloguedPlan, moveToFree, stopBilling, undoLeaving } from '../services/leaving/steps.ts'
import { integrationEnder, integrationReader } from './integrations.ts'
import type { Mails } from './performers.ts'
import type { Records } from './records.ts'

export interface LeavingParts {
  readonly config: Config
  readonly records: Records
  readonly identity: Identity
  readonly catalogue: CatalogueFile
  readonly provider: Provider
  readonly mails: Mails
  readonly certificateKey: SigningKey
  readonly engine: () => Engine
  readonly auditLog: AuditLines
  readonly now: () => number
}

/** A tenant and the sign-up that made it differ in their first letters only. */
const signUpOf = (tenant: string) => tenant.replace(/^ten_/, 'onb_')

export function leavingBodies({ config, records, identity, catalogue, provider, mails, ...parts }: LeavingParts) {
  const { engine, now, certificateKey, auditLog } = parts
  const { billing, ledger } = records
  const money = leavingMoney({ provider, billing, ledger })
  const tellAccount = accountTeller(engine)
  const freePlan = async (): Promise<CataloguedPlan | null> => {
    const { plans, version: catalogueVersion } = await catalogue.read()
    const free = plans.find(({ offered, billing }) => offered && billing === 'none')
    return free ? { ...free, catalogueVersion } : null
  }
  const leaving = { ...records, money, freePlan, tellAccount, now }
  const letters = { ...mails, ...records, now }
  const everything = {
    ...records,
    money,
    accounts: identity.accounts,
    endIntegrations: integrationEnder(engine, records),
    endExports: exportEnder(engine, records),
    tellAccount,
    erase: (keyId: string) => engine().erase(keyId),
    signUpOf,
  }
  const contents = { ...records, now, auditLog, integrationsOf: integrationReader(engine, records) }
  return {
    export: {
      planExport: planExport(contents),
      writeExport: writeExport(contents),
      tellExport: mail.tellExport(letters),
      deleteExport: deleteExport(records),
    },
    cleaning: { clean: clean({ kinds: kinds(everything), now }) },
    offboarding: {
      preview: preview(leaving),
      beginLeaving: beginLeaving(leaving),
      undoLeaving: undoLeaving(leaving),
      stopBilling: stopBilling(leaving),
      moveToFree: moveToFree(leaving),
      sendNotice: mail.sendNotice(letters),
      sendCancellation: mail.sendCancellation(letters),
      issueCertificate: issueCertificate({ ...records, key: certificateKey, publicUrl: config.publicUrl, now }),
      sendGoodbye: mail.sendGoodbye(letters),
      eraseClosing: async ({ input: { keyId } }: { input: { keyId: string } }) => {
        await engine().erase(keyId)
        return { output: null }
      },
    },
  }
}

/** Tells the account of a tenant what becomes of it. Nobody hears it where no such chart is registered, or no such actor is. */
function accountTeller(engine: () => Engine): TellAccount {
  return async (tenant, word, eventId) => {
    const id = accountIdOf(tenant)
    if (!(await engine().whose(id))) return
    const answer = await engine().send({ id, event: { type: word }, eventId, caller: 'system' })
    // the effect is tried again, and with it this
    if (answer.status === 'conflict') throw new EffectError('account.busy', `${id} could not be told ${word}.`)
  }
}

const PATIENCE_MS = 10_000
const ROUND_MS = 25

/** Ends the tenant's export, if there is one that is not over, and waits until its file is deleted. */
function exportEnder(engine: () => Engine, { tenantFlows }: Records) {
  return async (tenant: string): Promise<number> => {
    const id = await tenantFlows.current(tenant, 'export')
    const view = id && (await engine().view(id, 'system'))
    if (!id || !view || view.status !== 'active') return 0
    await engine().send({ id, event: { type: 'export.revoked' }, eventId: `revoked/${id}`, caller: 'system' })
    for (let waited = 0; waited < PATIENCE_MS; waited += ROUND_MS) {
      if ((await engine().view(id, 'system'))?.status !== 'active') return 1
      await new Promise((done) => setTimeout(done, ROUND_MS))
    }
    throw new EffectError('export.open', `The export ${id} does not end.`)
  }
}
