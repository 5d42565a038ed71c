/** The wording of notices, by the template the server names. One it does not know yet still says that something came. */
import { moneyText } from '../../machines/vocabulary/money.ts'
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
  receipt: ({ number, planName, amountMinor, currency }) => ({
    role: 'done',
    title: `${paidText(amountMinor, currency)} paid for ${planName ?? 'your plan'}`,
    body: `Invoice ${number ?? ''} is paid. The receipt is in your mail, and the invoice on the home page.`,
  }),
}

const paidText = (amountMinor = '', currency = '') =>
  currency === '' ? 'An invoice is' : moneyText({ amountMinor: Number(amountMinor), currency })

export const noticeWords = ({ template, data }: Notice): Words =>
  words[template]?.(data) ?? {
    role: 'active',
    title: 'Something is new in your workspace',
    body: 'Load the page again to see what it is.',
  }
