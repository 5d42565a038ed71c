import type { ReactNode } from 'react'
import type { CleanKey, CleanStep } from '../../../machines/cleaning/cleaning.types.ts'
import { Glyph, type Role } from '../../../ui/Glyph.tsx'
import { shortDate } from './moments.ts'

export interface Stop {
  key: string
  role: Role
  title: string
  /** When it was, or will be. */
  when: string
  text: ReactNode
  more?: ReactNode
}

const roleWords: Record<Role, string> = {
  active: 'under way',
  done: 'done',
  person: 'waiting on you',
  us: 'waiting on us',
  problem: 'a problem',
  final: 'the end',
  idle: 'later',
}

/** What happens, step by step, in the notation of the chart. */
export function Timeline({ stops }: { stops: readonly Stop[] }) {
  return (
    <ol className="grid rounded-card bg-surface p-4 shadow-card tablet:p-6">
      {stops.map((stop, index) => (
        <li key={stop.key} className="grid grid-cols-[20px_minmax(0,1fr)] gap-x-3 tablet:gap-x-4">
          <span className="grid grid-rows-[auto_1fr] justify-items-center pt-0.5">
            <Glyph role={stop.role} size={18} />
            {index < stops.length - 1 && (
              <span
                aria-hidden
                className={`my-1 min-h-4 w-0 border-s-2 ${stop.role === 'done' ? 'border-accent' : 'border-dotted border-line-strong'}`}
              />
            )}
          </span>
          <div className={index < stops.length - 1 ? 'grid gap-1 pb-6' : 'grid gap-1'}>
            <div className="flex flex-wrap items-baseline gap-x-3">
              <h2 className="text-body font-semibold">
                {stop.title}
                <span className="tn-hidden">, {roleWords[stop.role]}</span>
              </h2>
              <span className="text-small text-ink-2 tablet:ms-auto">{stop.when}</span>
            </div>
            <div className="text-ink-2">{stop.text}</div>
            {stop.more && <div className="mt-2">{stop.more}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}

const cleanNames: Record<CleanKey, string> = {
  billing: 'Billing',
  keys: 'API keys',
  sessions: 'Access and accounts',
  integrations: 'Integrations',
  notices: 'Messages',
  exports: 'Exports',
  data: 'Projects and files',
  rows: 'Workspace and members',
  invoices: 'Invoices',
  dataKey: 'History, by destroying its key',
}

const cleanRole = ({ status }: CleanStep): Role =>
  (({ pending: 'idle', working: 'us', retrying: 'us', done: 'done', failed: 'problem' }) as const)[status]

const cleanText = ({ key, status, count, retained }: CleanStep): string => {
  if (retained) return `${retained.count} kept without names`
  if (key === 'invoices' && status === 'pending') return 'kept without names'
  if (status === 'done') return count === 0 ? 'nothing there' : 'gone'
  return {
    pending: 'to be deleted',
    working: 'being deleted',
    retrying: 'is tried again',
    failed: 'a person looks at it',
  }[status]
}

/** The resources in their order, each with how far it is. `startsAt`: null once it runs. */
export function CleanList({ steps, startsAt }: { steps: readonly CleanStep[]; startsAt: number | null }) {
  return (
    <ul
      aria-label="What is removed, in this order"
      className="overflow-hidden rounded-control border border-line text-ui"
    >
      {steps.map((step) => (
        <li
          key={step.key}
          className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 border-line px-3.5 py-2.5 not-first:border-t tablet:grid-cols-[auto_minmax(0,1fr)_minmax(0,1fr)_auto]"
        >
          <Glyph role={cleanRole(step)} size={12} />
          <span className="font-medium">{cleanNames[step.key]}</span>
          <span className="text-ink-2 max-tablet:col-start-2 max-tablet:row-start-2">{cleanText(step)}</span>
          <span className="text-small text-ink-2 max-tablet:col-start-3 max-tablet:row-start-1">
            {step.at !== null ? shortDate(step.at) : startsAt !== null ? shortDate(startsAt) : ''}
          </span>
        </li>
      ))}
    </ul>
  )
}
