/**
 * The payment step: an actor of its own on the server, with its own screens and the provider's card form. A piece of
 * its own too, so that a sign-up without payment loads nothing of it.
 */
import { useEffect, useMemo, useRef, useState } from 'react'
import { paymentMachine } from '../../machines/payment/payment.machine.ts'
import type { PaymentView } from '../../machines/payment/payment.view.ts'
import { type ChildFlow, childOf } from '../client/child.ts'
import type { Session } from '../client/session.ts'
import { useFlow } from '../client/useFlow.ts'
import type { View } from '../client/wire.ts'
import { PaymentOpeningStep } from '../steps/PaymentOpeningStep.tsx'
import { PaymentUnreachableStep } from '../steps/PaymentUnreachableStep.tsx'
import { answerBank, Card, type CardHandle } from './Card.tsx'
import { PaymentScreen } from './PaymentScreen.tsx'
import { useForm } from './useForm.ts'
import { useProvider } from './useProvider.ts'

export interface PaymentProps {
  readonly session: Session
  /** The payment's own id, as the sign-up's view names it. */
  readonly id: string
  /** The plan that costs nothing, by its name, when one is offered. */
  readonly freePlan: string | null
  /** They leave, and would rather have the plan that costs nothing. */
  onFreePlan(): void
}

/** Finds the payment, which may be named a moment before it exists. */
export function Payment({ session, id, ...props }: PaymentProps) {
  const child = useMemo(() => childOf(session, id), [session, id])
  const [first, setFirst] = useState<View | 'waiting' | 'unreachable'>('waiting')
  const [round, setRound] = useState(0)
  useEffect(() => {
    let current = true
    const found = (now: View | 'unreachable') => void (current && setFirst(now))
    child.view().then(found, () => found('unreachable'))
    return () => {
      current = false
    }
  }, [child, round])

  if (first === 'waiting') return <PaymentOpeningStep />
  if (first !== 'unreachable') return <Running key={round} child={child} first={first} {...props} />
  const again = () => {
    setFirst('waiting')
    setRound(round + 1)
  }
  return <PaymentUnreachableStep isClosing={false} busy={false} problem="offline" otherWay="" onRetry={again} />
}

interface RunningProps extends Pick<PaymentProps, 'freePlan' | 'onFreePlan'> {
  readonly child: ChildFlow
  readonly first: View
}

function Running({ child, first, freePlan, onFreePlan }: RunningProps) {
  const { snapshot, screen, aftermath, send } = useFlow(paymentMachine, child, first)
  const { view } = snapshot
  const context = view.context as unknown as PaymentView
  const card = useRef<CardHandle>(null)
  const { work, held, problem, doubt } = useProvider(screen, send)
  const shown = held ?? screen
  const needsForm = shown === 'PaymentStep' || shown === 'PaymentActionStep'
  const { form, ...formIs } = useForm(child, needsForm ? `${shown} ${context.attempt}` : null)

  return (
    <PaymentScreen
      moment={{
        screen: shown,
        state: String(view.value),
        context,
        form: formIs.state,
        can: (type) => view.enabled.includes(type),
        busy: held !== null || aftermath.busy,
        problem: problem ?? aftermath.problem ?? (context.problem === null ? doubt : null),
        freePlan,
      }}
      acts={{
        send: (event) => void send(event),
        pay: () => void work(async () => card.current?.confirm() ?? 'invalid'),
        answerBank: () => void work(async () => (form ? answerBank(form.stripe, form.clientSecret) : 'unsent')),
        reloadForm: formIs.reload,
        takeOtherWay() {
          if (freePlan) onFreePlan()
          void send({ type: 'payment.left' })
        },
        reloadPage: () => location.reload(),
      }}
      card={
        form && (
          <Card
            key={form.clientSecret}
            stripe={form.stripe}
            clientSecret={form.clientSecret}
            handle={card}
            onReady={formIs.drawn}
            onMissing={formIs.missing}
          />
        )
      }
    />
  )
}
