/** Replaces the card: starts the flow, shows the provider's form while it is asked for, and says what became of it. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { CardView } from '../../machines/card/card.view.ts'
import type { ProblemCode } from '../../machines/vocabulary/problems.ts'
import { isUnreachable } from '../../widget/client/connection.ts'
import type { View } from '../../widget/client/wire.ts'
import { copy } from '../../widget/copy/payment.ts'
import { Card, type CardHandle } from '../../widget/payment/Card.tsx'
import { useForm } from '../../widget/payment/useForm.ts'
import { useProvider } from '../../widget/payment/useProvider.ts'
import { api, client, queries } from '../data/api.ts'
import { CardDialogView } from '../views/CardDialogView.tsx'

export interface CardDialogProps {
  readonly tenant: string
  /** Money is open, which the new card pays at once. */
  readonly owes: boolean
  onClose(): void
}

export function CardDialog({ tenant, owes, onClose }: CardDialogProps) {
  // chosen once, so that a repeat finds the same flow
  const [startId] = useState(() => crypto.randomUUID())
  // what was owed when the dialog opened; paying it closes the debt behind it
  const [owed] = useState(owes)
  const open = useMutation(api.flow.open.mutationOptions())
  const { mutate } = open
  useEffect(() => mutate({ tenant, machine: 'card', input: {}, startId }), [mutate, tenant, startId])
  if (open.data) return <Running id={open.data.id} first={open.data.view} owes={owed} onClose={onClose} />
  const problem: ProblemCode | null = open.error && (isUnreachable(open.error) ? 'offline' : 'unknown')
  return (
    <CardDialogView
      at={problem ? 'unreachable' : 'opening'}
      form="loading"
      busy={open.isPending}
      problem={problem}
      card={null}
      owes={owed}
      words={copy.problem}
      onSubmit={() => {}}
      onReload={() => {}}
      onRetry={() => mutate({ tenant, machine: 'card', input: {}, startId })}
      onClose={onClose}
    >
      {null}
    </CardDialogView>
  )
}

const LOOK_MS = 700

function Running({ id, first, owes, onClose }: { id: string; first: View; owes: boolean; onClose(): void }) {
  const { data: view } = useQuery(
    api.flow.view.queryOptions(
      { id },
      { initialData: first, refetchInterval: ({ state }) => (isOver(state.data) ? false : LOOK_MS) },
    ),
  )
  const { card, problem, attempt } = view.context as unknown as CardView
  const handle = useRef<CardHandle>(null)
  const send = async ({ type }: { type: string }) => {
    const answer = await client.flow.send.mutate({ id, event: { type }, eventId: crypto.randomUUID() })
    queries.setQueryData(api.flow.view.queryKey({ id }), answer.view)
  }
  const provider = useProvider(String(view.value), send)
  const at = provider.held ?? String(view.value)
  const child = useMemo(() => ({ cardForm: () => client.flow.cardForm.query({ id }) }), [id])
  const { form, ...formIs } = useForm(child, at === 'entering' ? `card ${attempt}` : null)
  return (
    <CardDialogView
      at={at}
      form={formIs.state}
      busy={provider.held !== null}
      problem={provider.problem ?? problem ?? provider.doubt}
      card={card}
      owes={owes}
      words={copy.problem}
      onSubmit={() => void provider.work(async () => handle.current?.confirm() ?? 'invalid')}
      onReload={formIs.reload}
      onRetry={() => void send({ type: 'card.retried' })}
      onClose={() => {
        if (view.enabled.includes('card.left')) void send({ type: 'card.left' })
        onClose()
      }}
    >
      {form && (
        <Card
          key={form.clientSecret}
          stripe={form.stripe}
          clientSecret={form.clientSecret}
          handle={handle}
          onReady={formIs.drawn}
          onMissing={formIs.missing}
        />
      )}
    </CardDialogView>
  )
}

const isOver = (view: View | undefined) => view !== undefined && view.status !== 'active'
