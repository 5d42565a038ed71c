/**
 * The welcome: a mail, and a notice in the portal.
 *
 * Safe to repeat: the mail is remembered by the step's identity, the notice by its key. A reader the mail server does
 * not know is no reason to take a workspace away: the notice stands. Fails with `mail.failed`.
 */
import type { NewNotice, Notices } from '../../records/notices/notices.ts'
import type { Outbox } from '../../records/notices/outbox.ts'
import { EffectError } from '../effect.ts'
import type { ResourceKind, StepJob } from '../resource.ts'
import { post, type PostParts } from './post.ts'

export interface WelcomeParts extends PostParts {
  readonly outbox: Pick<Outbox, 'intend' | 'markSent' | 'stopTokenOf' | 'isSettled' | 'forget'>
  readonly notices: Pick<Notices, 'add' | 'remove'>
  readonly publicUrl: string
}

export function welcomeResource(parts: WelcomeParts): ResourceKind {
  const { outbox, notices, publicUrl } = parts

  async function mail(job: StepJob): Promise<void> {
    const { order } = job.input
    const { identity } = job
    const { person, company, plan } = order
    const props = { site: publicUrl, name: person.name, company, planName: plan.name, link: `${publicUrl}/portal/` }
    try {
      await post(parts, { identity, to: person.email, template: 'welcome', props, reader: noticeOf(job) })
    } catch (error) {
      if (!(error instanceof EffectError && error.code === 'mail.refused')) throw error
      await outbox.markSent(identity)
    }
  }

  return {
    async execute(job) {
      await mail(job)
      return { output: {}, writes: [notices.add(noticeOf(job))] }
    },

    async probe(job) {
      if (!(await outbox.isSettled(job.identity))) return { output: { found: 'absent' } }
      // the attempt that sent it never reported, so its notice was never written
      return { output: { found: 'present', facts: {} }, writes: [notices.add(noticeOf(job))] }
    },

    verify: async ({ identity }) => ({ output: { sound: await outbox.isSettled(identity) } }),

    compensate: async (job) => ({
      output: { released: true },
      writes: [notices.remove(noticeOf(job)), outbox.forget(job.identity)],
    }),
  }
}

const noticeOf = ({ input: { order, facts } }: StepJob): NewNotice => ({
  tenant: order.tenantId,
  user: facts['userId'] ?? '',
  template: 'welcome',
  subject: order.tenantId,
  data: { company: order.company, planName: order.plan.name },
})
