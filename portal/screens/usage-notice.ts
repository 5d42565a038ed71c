/** The wording of a notice that a share of a limit is used. */
import { isMeter, meters } from '../../machines/vocabulary/meters.ts'
import type { Role } from '../../ui/Glyph.tsx'
import { amountOf, monthText, unitOf } from '../views/amounts.ts'

interface UsageWords {
  role: Role
  title: string
  body: string
}

export function usageWords(data: Readonly<Record<string, string>>): UsageWords {
  const { meter = '', month = '', threshold, limit, used, policy } = data
  const { name, unit, kind } = meters[isMeter(meter) ? meter : 'requests']
  const what = name.toLowerCase()
  const [are, when, until] =
    kind === 'sum'
      ? ['are', ` in ${monthText(month)}`, `${monthText(month)} is over`]
      : ['is', '', 'something is deleted']
  const share = `${amountOf(Number(used), unitOf(unit))} of ${amountOf(Number(limit), unitOf(unit))}${when}.`
  const isAll = threshold === '100'
  const title = isAll ? `All ${what} of your plan ${are} used` : `${threshold ?? ''} % of your ${what} ${are} used`
  if (policy !== 'hard')
    return { role: 'person', title, body: `${share} What goes beyond is counted, and nothing is refused.` }
  if (!isAll) return { role: 'person', title, body: `${share} Everything keeps working; at 100 % more is refused.` }
  return { role: 'problem', title, body: `${share} More is refused until ${until}; a larger plan has more.` }
}
