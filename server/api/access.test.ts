/** Every procedure × every kind of caller: who gets an answer, and with which one word everybody else is refused. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, type Called, procedures } from '../compose/testing/calls.ts'
import { firstOf } from '../compose/testing/streams.ts'
import { type Asked, type CallerName, callers, roles, type World, world } from './testing/callers.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

/** `answered`, or the reason the caller is given. */
type Outcome =
  | 'answered'
  | 'owner.last'
  | 'signed.out'
  | 'absent'
  | 'role.insufficient'
  | 'payment.noForm'
  | 'password.wrong'
  | 'session.absent'
  | 'input.invalid'
type Rule = (caller: CallerName) => Outcome

const isMember = (caller: CallerName) => (roles as readonly string[]).includes(caller)
const isSignedIn = (caller: CallerName) => isMember(caller) || caller === 'member of another tenant'

const anybody: Rule = () => 'answered'
const itsVisitor: Rule = (caller) => (caller === 'its visitor' ? 'answered' : 'absent')
/** Theirs, but there is no card to be asked for: their flow is past it. `compose/payment.test.ts` shows when there is. */
const itsVisitorTooLate: Rule = (caller) => (caller === 'its visitor' ? 'payment.noForm' : 'absent')
/** A flow that no member may start. */
const membersInvalid: Rule = (caller) => (members(caller) === 'answered' ? 'input.invalid' : members(caller))
const whoeverIsSignedIn: Rule = (caller) =>
  isLeaver(caller) ? 'absent' : isSignedIn(caller) ? 'answered' : 'signed.out'
/** Known by a code, and let into nothing but a leaving. */
const isLeaver = (caller: CallerName) => caller === 'holder of a leave token'
const alsoLeavers =
  (rule: Rule): Rule =>
  (caller) =>
    isLeaver(caller) ? rule('owner') : rule(caller)
const members: Rule = (caller) => {
  if (isLeaver(caller)) return 'absent'
  if (!isSignedIn(caller)) return 'signed.out'
  return isMember(caller) ? 'answered' : 'absent'
}
const managers: Rule = (caller) =>
  isMember(caller) && caller !== 'owner' && caller !== 'admin' ? 'role.insufficient' : members(caller)
/** The only owner has to stay. */
const leavers: Rule = (caller) => (caller === 'owner' ? 'owner.last' : members(caller))
/** Who may see what is paid, and who may change it: the same three roles today. */
const bookkeepers: Rule = (caller) =>
  caller === 'developer' || caller === 'member' ? 'role.insufficient' : members(caller)
const exporters: Rule = (caller) => {
  const outcome = members(caller)
  // theirs to ask; of what is not there, nobody hears more
  return outcome === 'answered' && !['owner', 'admin'].includes(caller) ? 'role.insufficient' : outcome
}
/** Theirs to try; what is typed here is nobody's password. */
const guessers: Rule = (caller) => (members(caller) === 'answered' ? 'password.wrong' : members(caller))
/** Everybody has sessions, and none of this name. */
const strangersToIt: Rule = (caller) =>
  isLeaver(caller) ? 'absent' : isSignedIn(caller) ? 'session.absent' : 'signed.out'
const writers: Rule = (caller) => (caller === 'billing' || caller === 'member' ? 'role.insufficient' : members(caller))

/** Nobody else's session, token or cookie counts there. */
const operators: Rule = (caller) => (caller === 'operator' ? 'answered' : 'signed.out')

interface Row {
  readonly rule: Rule
  /** What is asked for; made anew for each call, because some calls use things up. */
  readonly input: (w: World) => Asked | Promise<Asked>
  /** Puts back what a call may have taken away. */
  readonly after?: (w: World) => Promise<void>
}
const flow = ({ visitor }: World) => ({ id: visitor.id })
const tenant = ({ tenant }: World) => ({ tenant })

const rows: Readonly<Record<string, Row>> = {
  'flow.start': { rule: anybody, input: () => ({ machine: 'onboarding', input: {} }) },
  'flow.resume': { rule: anybody, input: ({ visitor }) => ({ resume: visitor.resume }) },
  'flow.open': {
    rule: alsoLeavers(membersInvalid),
    input: (w) => ({ ...tenant(w), machine: 'onboarding', startId: crypto.randomUUID() }),
  },
  'flow.current': { rule: alsoLeavers(members), input: (w) => ({ ...tenant(w), machine: 'offboarding' }) },
  'flow.send': {
    rule: itsVisitor,
    input: (w) => ({ ...flow(w), event: { type: 'step.back' }, eventId: crypto.randomUUID() }),
  },
  'flow.view': { rule: itsVisitor, input: flow },
  'flow.watch': { rule: itsVisitor, input: ({ visitor }) => ({ ids: [visitor.id] }) },
  'flow.cardForm': { rule: itsVisitorTooLate, input: flow },
  'flow.handOver': { rule: itsVisitor, input: flow },
  // of a sign-up; whom a sign-in lets in is shown in `compose/leave-as.test.ts`
  'flow.leave': { rule: () => 'absent', input: flow },
  'session.me': { rule: whoeverIsSignedIn, input: () => undefined },
  'session.list': { rule: whoeverIsSignedIn, input: () => ({}) },
  'session.revoke': { rule: strangersToIt, input: () => ({ name: 'nothing' }) },
  'session.revokeOthers': { rule: whoeverIsSignedIn, input: () => ({}) },
  'settings.profile': { rule: members, input: tenant },
  'settings.saveProfile': { rule: members, input: (w) => ({ ...tenant(w), name: 'Somebody', occupation: 'other' }) },
  'settings.changePassword': {
    rule: guessers,
    input: (w) => ({ ...tenant(w), current: 'no horse', next: 'no horse battery' }),
  },
  'settings.workspace': { rule: managers, input: tenant },
  'settings.renameWorkspace': {
    rule: managers,
    input: async (w) => ({ ...tenant(w), name: 'Named anew', updatedAt: await w.tenantAsSeen() }),
  },
  'settings.apiKeys': { rule: writers, input: tenant },
  'settings.createApiKey': { rule: writers, input: (w) => ({ ...tenant(w), name: 'Build server' }) },
  'settings.revokeApiKey': { rule: writers, input: async (w) => ({ ...tenant(w), id: await w.apiKey() }) },
  'tenant.home': { rule: members, input: tenant },
  'tenant.changes': { rule: members, input: tenant },
  'tenant.createProject': { rule: writers, input: (w) => ({ ...tenant(w), name: `New ${crypto.randomUUID()}` }) },
  'tenant.renameProject': {
    rule: writers,
    input: async (w) => ({ ...tenant(w), ...(await w.project()), name: `Named ${crypto.randomUUID()}` }),
  },
  'tenant.deleteProject': {
    rule: writers,
    input: async (w) => ({ ...tenant(w), id: (await w.project()).id }),
  },
  'tenant.revealApiKey': {
    rule: writers,
    input: async (w) => {
      await w.hideApiKey()
      return tenant(w)
    },
  },
  'team.list': { rule: members, input: tenant },
  'team.changeRole': {
    rule: managers,
    input: async (w) => ({ ...tenant(w), ...(await w.spare()), role: 'developer' }),
  },
  'team.remove': {
    rule: managers,
    input: async (w) => ({ ...tenant(w), ...(await w.spare()) }),
    after: ({ server }) => server.settle(),
  },
  'team.assignLicence': {
    rule: managers,
    input: async (w) => ({ ...tenant(w), ...(await w.spare()), licence: 'agents' }),
    after: ({ server }) => server.settle(),
  },
  'team.withdrawLicence': {
    rule: managers,
    input: async (w) => ({ ...tenant(w), ...(await w.licensed()), licence: 'agents' }),
    after: ({ server }) => server.settle(),
  },
  'team.leave': { rule: leavers, input: tenant, after: (w) => w.rejoin() },
  'billing.summary': { rule: bookkeepers, input: tenant },
  'billing.upcoming': { rule: bookkeepers, input: tenant },
  'billing.downgrade': { rule: bookkeepers, input: tenant },
  'usage.meters': { rule: bookkeepers, input: tenant },
  'usage.history': { rule: bookkeepers, input: (w) => ({ ...tenant(w), meter: 'requests' }) },
  'export.download': {
    rule: exporters,
    input: async (w) => ({ ...tenant(w), id: await w.readyExport() }),
  },
  'integration.list': { rule: managers, input: tenant },
  'integration.authorize': {
    rule: managers,
    input: async (w) => ({ ...tenant(w), id: await w.connection() }),
  },
  'audit.list': { rule: managers, input: tenant },
  'audit.verify': { rule: managers, input: tenant },
  'notification.list': { rule: members, input: tenant },
  'notification.markRead': { rule: members, input: (w) => ({ ...tenant(w), ids: [] }) },
  'notification.preferences': { rule: members, input: tenant },
  'notification.setPreference': {
    rule: members,
    input: (w) => ({ ...tenant(w), class: 'usage', channel: 'mail', wanted: false }),
  },
  'operator.overview': { rule: operators, input: () => ({}) },
  'operator.flow': { rule: operators, input: () => ({ flow: 'onboarding' }) },
  'operator.who': { rule: operators, input: () => ({ flow: 'onboarding', state: 'ready' }) },
  'operator.me': { rule: operators, input: () => undefined },
  'operator.find': { rule: operators, input: (w) => ({ text: w.tenant }) },
  'operator.actor': { rule: operators, input: flow },
  'operator.journal': { rule: operators, input: (w) => ({ ...flow(w), from: 1, to: 50 }) },
  'operator.moment': { rule: operators, input: (w) => ({ ...flow(w), seq: 2 }) },
  'operator.watch': { rule: operators, input: flow },
}
const procedureNames = Object.keys(procedures)

const ask = (procedure: string, input: Asked, caller: CallerName): Promise<Called> =>
  procedures[procedure] === 'subscription'
    ? firstOf(w.url, procedure, input, w.proofs[caller])
    : call(w.server, procedure, input, w.proofs[caller])

/** Both are answers to whom the thing belongs. */
const isTheirs = (outcome: Outcome) =>
  ['answered', 'owner.last', 'payment.noForm', 'input.invalid', 'password.wrong', 'session.absent'].includes(outcome)

const outcomeOf = ({ status, reason }: Called) => (status === 200 ? 'answered' : reason)
const statuses = {
  answered: 200,
  'owner.last': 409,
  'signed.out': 401,
  'role.insufficient': 403,
  absent: 404,
  'payment.noForm': 409,
  'password.wrong': 403,
  'session.absent': 409,
  'input.invalid': 400,
}

describe('the API', () => {
  it('has a row for every procedure', () => {
    expect(Object.keys(rows).sort()).toEqual([...procedureNames].sort())
  })

  it.each(procedureNames)('%s answers those it is for; a refusal writes nothing and tells nothing', async (name) => {
    const { rule, input, after } = rows[name]!
    for (const caller of callers) {
      const asked = await input(w)
      w.files.since()
      const answer = await ask(name, asked, caller)
      const because = `${name} by ${caller}: ${answer.status} ${answer.body}`
      expect(outcomeOf(answer), because).toBe(rule(caller))
      expect(answer.status, because).toBe(statuses[rule(caller)])
      if (rule(caller) !== 'answered') expect(w.files.since(), because).toBe(false)
      expect(answer.body, because).not.toMatch(/node_modules|\.ts:\d|at async|SQLITE|"stack"|"cause"/)
      await after?.(w)
    }
  })

  it.each(['team.changeRole', 'team.remove', 'team.assignLicence', 'team.withdrawLicence'])(
    '%s says the same of another tenant’s member and of nobody',
    async (name) => {
      const asked = (await rows[name]!.input(w)) as object
      const foreign = await ask(name, { ...asked, userId: await w.foreignOwner() }, 'owner')
      expect(foreign).toEqual(await ask(name, { ...asked, userId: 'usr_00000000' }, 'owner'))
      expect(foreign).toMatchObject({ status: 409, reason: 'member.absent' })
    },
  )

  const named = procedureNames.filter((name) => rows[name]!.rule !== anybody && rows[name]!.rule !== whoeverIsSignedIn)
  it.each(named)('%s says exactly the same of what is another’s and of what is not there', async (name) => {
    const { rule, input } = rows[name]!
    for (const caller of callers.filter((one) => !isTheirs(rule(one)))) {
      const asked = await input(w)
      const [foreign, absent] = [await ask(name, asked, caller), await ask(name, elsewhere(asked), caller)]
      if (rule(caller) === 'role.insufficient') expect(outcomeOf(absent), `${name} by ${caller}`).toBe('absent')
      else expect(foreign, `${name} by ${caller}`).toEqual(absent)
    }
  })

  /** The same request for something nobody ever made. */
  const elsewhere = (asked: Asked): Asked => {
    const nowhere = { id: 'onb_00000000', ids: ['onb_00000000'], tenant: 'ten_00000000' }
    return { ...asked, ...Object.fromEntries(Object.entries(nowhere).filter(([key]) => key in (asked ?? {}))) }
  }

  it.each(['tenant.renameProject', 'tenant.deleteProject'])(
    '%s says exactly the same of another tenant’s project and of one that is not there',
    async (name) => {
      const asked = (await rows[name]!.input(w)) as object
      const foreign = await ask(name, { ...asked, id: await w.foreignProject() }, 'owner')
      expect(foreign).toEqual(await ask(name, { ...asked, id: 'prj_00000000' }, 'owner'))
      expect(foreign).toMatchObject({ status: 409, reason: 'project.absent' })
    },
  )

  it('says exactly the same of another tenant’s API key and of one that is not there', async () => {
    const ids = [await w.foreignKey(), `${w.tenant}/99`]
    const [foreign, absent] = await Promise.all(
      ids.map((id) => ask('settings.revokeApiKey', { tenant: w.tenant, id }, 'owner')),
    )
    expect(foreign).toEqual(absent)
    expect(foreign).toMatchObject({ status: 409, reason: 'apiKey.absent' })
  })

  it('says exactly the same of a resume token that lapsed and of one that never was', async () => {
    const asked = [w.lapsedResume, 'never', w.proofs['its visitor'].token!]
    const answers = await Promise.all(asked.map((resume) => ask('flow.resume', { resume }, 'nobody')))
    expect(new Set(answers.map(({ status, body }) => `${status} ${body}`))).toEqual(
      new Set([`404 ${answers[1]!.body}`]),
    )
  })

  it.each(procedureNames.filter((name) => !['session.me', 'operator.me', 'flow.leave'].includes(name)))(
    '%s refuses keys it does not know: nobody names their own role, user or tenant',
    async (name) => {
      const { rule, input } = rows[name]!
      const caller = callers.find((one) => isTheirs(rule(one)))!
      const asked = await input(w)
      for (const key of ['role', 'userId', 'caller', 'tenantId'].filter((key) => !(key in (asked ?? {})))) {
        const answer = await ask(name, { ...asked, [key]: 'owner' }, caller)
        expect([answer.status, answer.reason], `${name} with ${key}: ${answer.body}`).toEqual([400, null])
      }
    },
  )
})
