/** Goes to the plan that is paid by card: asks the account, then shows the payment it began, and what became of it. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { accountIdOf } from '../../machines/account/account.id.ts'
import type { AccountView } from '../../machines/account/account.view.ts'
import type { PaymentView } from '../../machines/payment/payment.view.ts'
import type { ProblemCode } from '../../machines/vocabulary/problems.ts'
import type { View } from '../../widget/client/wire.ts'
import { copy } from '../../widget/copy/payment.ts'
import { answerBank, Card, type CardHandle } from '../../widget/payment/Card.tsx'
import { useForm } from '../../widget/payment/useForm.ts'
import { useProvider } from '../../widget/payment/useProvider.ts'
import { api, client, queries } from '../data/api.ts'
import { UpgradeDialogView } from '../views/UpgradeDialogView.tsx'
import { useAccountEvent } from './useAccount.ts'

export interface UpgradeDialogProps {
  readonly tenant: string
  onClose(): void
}

const LOOK_MS = 700
const nothing = () => {}
const idle = { busy: false, onSubmit: nothing, onReload: nothing, children: null }

export function UpgradeDialog({ tenant, onClose }: UpgradeDialogProps) {
  const id = accountIdOf(tenant)
  const { data: account } = useQuery(api.flow.view.queryOptions({ id }, { refetchInterval: LOOK_MS }))
  const { send, error, busy } = useAccountEvent(tenant)
  const [asked, setAsked] = useState(false)
  const plan = account && planStateOf(account)
  useEffect(() => {
    if (asked || plan === undefined) return
    setAsked(true)
    // a form that was left open goes on
    if (plan === 'steady') send('upgrade.asked')
  }, [asked, plan, send])

  const view = account?.context as unknown as AccountView | undefined
  const payment = account?.children.find(({ machine }) => machine === 'payment')
  if (plan === 'paying' && payment && view?.offer)
    return <Paying key={payment.id} id={payment.id} offer={view.offer} onClose={onClose} />
  const problem: ProblemCode | null = error
    ? 'unknown'
    : plan === 'steady' && asked && !busy
      ? (view?.problem ?? null)
      : null
  return (
    <UpgradeDialogView
      {...idle}
      offer={view?.offer ?? null}
      isDone={plan === 'steady' && view?.planIsPaid === true}
      work={
        problem
          ? null
          : plan === 'growing'
            ? 'It is paid. Seats and limits are being set.'
            : 'Looking up what it costs.'
      }
      stuck={problem !== null}
      asks="card"
      form="loading"
      problem={problem && copy.problem(problem)}
      onRetry={() => send('upgrade.asked')}
      onClose={onClose}
    />
  )
}

const planStateOf = ({ value }: View): string =>
  typeof value === 'object' ? (value as { open: { plan: string } }).open.plan : 'closed'

const working: Readonly<Record<string, string>> = {
  opening: 'Opening the card form.',
  confirming: 'Your bank checks the card, usually a few seconds.',
  settling: 'Your bank takes its time. We ask again every 15 seconds.',
  subscribing: 'The first charge is being made.',
  checking: 'We ask whether the charge was confirmed.',
  waiting: 'The first charge takes its time. We ask again every 15 seconds.',
  closing: 'What was opened is taken back.',
  paid: 'It is paid.',
  left: 'What was opened is taken back.',
}
const asking: Readonly<Record<string, 'card' | 'bank'>> = {
  entering: 'card',
  rereading: 'card',
  authenticating: 'bank',
  rechecking: 'bank',
}

function Paying({ id, offer, onClose }: { id: string; offer: NonNullable<AccountView['offer']>; onClose(): void }) {
  // it may be named a moment before it exists, and be gone a moment before the account says so
  const { data: view } = useQuery(api.flow.view.queryOptions({ id }, { refetchInterval: LOOK_MS, retry: 5 }))
  const state = view ? String(view.value) : 'opening'
  const { problem = null, attempt = 1 } = (view?.context ?? {}) as Partial<PaymentView>
  const handle = useRef<CardHandle>(null)
  const send = async ({ type }: { type: string }) => {
    const answer = await client.flow.send.mutate({ id, event: { type }, eventId: crypto.randomUUID() })
    queries.setQueryData(api.flow.view.queryKey({ id }), answer.view)
  }
  const asksNow = asking[state] ?? 'none'
  const provider = useProvider(asksNow, send)
  const asks = provider.held ?? asksNow
  const child = useMemo(() => ({ cardForm: () => client.flow.cardForm.query({ id }) }), [id])
  const { form, ...formIs } = useForm(child, asks === 'none' ? null : `${asks} ${attempt}`)
  const isStuck = asks === 'none' && (state === 'unreachable' || state === 'notClosed')
  const shown =
    formIs.state === 'missing' && asks !== 'none' ? 'card.formMissing' : (provider.problem ?? problem ?? provider.doubt)
  const submit = async () => {
    if (asks === 'bank') return form ? answerBank(form.stripe, form.clientSecret) : 'unsent'
    return handle.current?.confirm() ?? 'invalid'
  }
  return (
    <UpgradeDialogView
      offer={offer}
      isDone={false}
      work={asks === 'none' && !isStuck ? (working[state] ?? 'One moment.') : null}
      stuck={isStuck}
      asks={asks === 'bank' ? 'bank' : 'card'}
      form={formIs.state}
      busy={provider.held !== null}
      problem={shown && copy.problem(shown)}
      onSubmit={() => void provider.work(submit)}
      onReload={formIs.reload}
      onRetry={() => void send({ type: 'payment.retried' })}
      onClose={() => {
        if (asks !== 'none' && view?.enabled.includes('payment.left')) void send({ type: 'payment.left' })
        onClose()
      }}
    >
      {form && asks === 'card' && (
        <Card
          key={form.clientSecret}
          stripe={form.stripe}
          clientSecret={form.clientSecret}
          handle={handle}
          onReady={formIs.drawn}
          onMissing={formIs.missing}
        />
      )}
    </UpgradeDialogView>
  )
}
