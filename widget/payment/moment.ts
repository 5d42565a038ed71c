/** What a payment's screen needs to know at one moment: from the server's view in the widget, from a fixture in a story. */
import type { PaymentView } from '../../machines/payment/payment.view.ts'
import type { ProblemCode } from '../../machines/vocabulary/problems.ts'

export interface PaymentMoment {
  /** The active state's screen, as its `meta` names it; `none` between two. */
  readonly screen: string
  /** The active state's name. */
  readonly state: string
  readonly context: PaymentView
  /** How far the provider's form is. */
  readonly form: 'loading' | 'ready' | 'missing'
  /** Whether this event may be sent now. */
  can(type: string): boolean
  /** An event is on its way, or the provider is asked in this page. */
  readonly busy: boolean
  /** What became of the last thing done here, where the view itself does not say. */
  readonly problem: ProblemCode | null
  /** The plan that costs nothing, by its name, when one is offered. */
  readonly freePlan: string | null
}

/** What a person can do. */
export interface PaymentActs {
  send(event: { type: string }): void
  /** Sends the card to the provider. */
  pay(): void
  /** Lets the bank ask whether it is them. */
  answerBank(): void
  /** Loads the card form again. */
  reloadForm(): void
  /** Leaves for the plan that costs nothing, or for another one. */
  takeOtherWay(): void
  reloadPage(): void
}
