/** The wording of notices, by the template the server names. One it does not know yet still says that something came. */
import { moneyText } from '../../machines/vocabulary/money.ts'
import { dateOf } from '../views/leave/moments.ts'
import type { Role } from '../../ui/Glyph.tsx'
import { companyName } from '../views/integrations/companies.ts'
import { dayOf } from '../views/amounts.ts'
import type { Outputs } from '../../widget/client/wire.ts'
import { usageWords } from './usage-notice.ts'

type Notice = Outputs['notification']['list'][number]
interface Words {
  role: Role
  title: string
  body: string
}

const words: Record<string, (data: Notice['data']) => Words> = {
  welcome: ({ company, planName }) => ({
    role: 'done',
    title: `${company ?? 'Your workspace'} is ready`,
    body: `Everything on the ${planName ?? 'chosen'} plan is set up. Create your first project, or call the API with your key.`,
  }),
  'invitation.accepted': ({ name, email }) => ({
    role: 'done',
    title: `${name || email || 'Somebody you invited'} joined the team`,
    body: `The invitation to ${email ?? 'them'} was accepted. They work here from now on.`,
  }),
  'invitation.declined': ({ email }) => ({
    role: 'final',
    title: `${email ?? 'Somebody you invited'} declined`,
    body: 'Nothing was made, and the seat is free. You can invite them again at any time.',
  }),
  'invitation.expired': ({ email }) => ({
    role: 'person',
    title: `The invitation to ${email ?? 'somebody'} expired`,
    body: 'Nobody accepted it within seven days. Invite them again if they are still to come.',
  }),
  dunning: ({ step = '', amountMinor, currency = 'eur', nextAt }) => ({
    role: 'problem',
    ...(dunningWords[step] ?? dunningWords['pastDue']!)(
      moneyText({ amountMinor: Number(amountMinor ?? 0), currency }),
      nextAt ? dayOf(nextAt) : 'the next date',
    ),
  }),
  usage: usageWords,
  recovered: ({ company }) => ({
    role: 'done',
    title: `Thank you: ${company ?? 'your workspace'} is paid`,
    body: 'Nothing is open any more, and everything in the workspace is open.',
  }),
  receipt: ({ number, planName, amountMinor, currency }) => ({
    role: 'done',
    title: `${paidText(amountMinor, currency)} paid for ${planName ?? 'your plan'}`,
    body: `Invoice ${number ?? ''} is paid. The receipt is in your mail, and the invoice on the home page.`,
  }),
  integrationBroken: ({ kind = '', account }) => ({
    role: 'problem',
    title: `${companyName(kind)} has to be connected again`,
    body: `It no longer takes the key of ${account || 'your account'}. Whatever works with it waits until somebody connects it again, under Integrations.`,
  }),
  exportReady: ({ fileName, until }) => ({
    role: 'done',
    title: 'Your export is ready',
    body: `${fileName ?? 'The file'} can be downloaded until ${dayText(until)}, under “Export or close” in your menu.`,
  }),
  closingSoon: ({ company, daysLeft, deletedAt }) => ({
    role: 'person',
    title: `${daysLeft === '1' ? '1 day' : `${daysLeft ?? ''} days`} left to download your data`,
    body: `${company ?? 'The workspace'} is deleted on ${dayText(deletedAt)}. Until then you can download everything, or keep it.`,
  }),
}

const dunningWords: Record<string, (amount: string, day: string) => Omit<Words, 'role'>> = {
  pastDue: (amount, day) => ({
    title: `We could not collect ${amount}`,
    body: `Everything keeps working. If it is still open on ${day}, we write again. Another card settles it at once.`,
  }),
  grace: (amount, day) => ({
    title: `${amount} are still open`,
    body: `Everything keeps working until ${day}. After that nothing new can be made until it is paid.`,
  }),
  restricted: (amount, day) => ({
    title: `The workspace is limited until ${amount} are paid`,
    body: `What is there keeps working; nothing new can be made. From ${day} only billing and export stay open.`,
  }),
  suspended: (amount, day) => ({
    title: `The workspace is suspended: ${amount} are open`,
    body: `You can pay and take your data out. On ${day} the subscription ends. Nothing is deleted.`,
  }),
  collectionsStopped: (amount) => ({
    title: 'The subscription has ended',
    body: `No card is charged any more. ${amount} are still owed; paid, the workspace opens again.`,
  }),
}
const dayText = (at = '') => dateOf(Number(at))

const paidText = (amountMinor = '', currency = '') =>
  currency === '' ? 'An invoice is' : moneyText({ amountMinor: Number(amountMinor), currency })

export const noticeWords = ({ template, data }: Notice): Words =>
  words[template]?.(data) ?? {
    role: 'active',
    title: 'Something is new in your workspace',
    body: 'Load the page again to see what it is.',
  }
