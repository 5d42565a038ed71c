/** The wording of notices, by the template the server names. One it does not know yet still says that something came. */
import { moneyText } from '../../machines/vocabulary/money.ts'
import { dateOf } from '../views/leave/moments.ts'
import type { Role } from '../../ui/Glyph.tsx'
import type { Outputs } from '../../widget/client/wire.ts'

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
  receipt: ({ number, planName, amountMinor, currency }) => ({
    role: 'done',
    title: `${paidText(amountMinor, currency)} paid for ${planName ?? 'your plan'}`,
    body: `Invoice ${number ?? ''} is paid. The receipt is in your mail, and the invoice on the home page.`,
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

const dayText = (at = '') => dateOf(Number(at))

const paidText = (amountMinor = '', currency = '') =>
  currency === '' ? 'An invoice is' : moneyText({ amountMinor: Number(amountMinor), currency })

export const noticeWords = ({ template, data }: Notice): Words =>
  words[template]?.(data) ?? {
    role: 'active',
    title: 'Something is new in your workspace',
    body: 'Load the page again to see what it is.',
  }
