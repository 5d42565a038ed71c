/**
 * What Stripe answers when it refuses. Thrown by anything here; the wire turns it into `{"error":{…}}` with its status.
 *
 * Source: Stripe API reference, "Errors".
 */
import type Stripe from 'stripe'

export type ProblemType =
  | 'api_error'
  | 'card_error'
  | 'idempotency_error'
  | 'invalid_request_error'
  | 'rate_limit_error'

/** The body of `error`. `decline_code` is the bank's reason and stands only with a card error. */
export interface ProblemBody {
  readonly type: ProblemType
  readonly message: string
  readonly code?: string
  readonly param?: string
  readonly decline_code?: string
  readonly charge?: string
  readonly payment_method?: Stripe.PaymentMethod
  readonly setup_intent?: Stripe.SetupIntent
  readonly payment_intent?: Stripe.PaymentIntent
}

export class StripeProblem extends Error {
  readonly status: number
  readonly body: ProblemBody

  constructor(status: number, body: ProblemBody) {
    super(body.message)
    this.name = 'StripeProblem'
    this.status = status
    this.body = body
  }
}

/** 400: the request cannot be meant as it stands. `code` is one of Stripe's error codes ("Error codes"). */
export const invalid = (message: string, more: { code?: string; param?: string } = {}): StripeProblem =>
  new StripeProblem(400, { type: 'invalid_request_error', message, ...more })

/** 404 for an object named in the path, 400 for one named in a parameter; `resource_missing` both times. */
export const missing = (noun: string, id: string, param: string): StripeProblem =>
  new StripeProblem(param === 'id' ? 404 : 400, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${noun}: '${id}'`,
    param,
  })

/** 402: the bank, or Stripe for it, says no. */
export const cardProblem = (body: Omit<ProblemBody, 'type'>): StripeProblem =>
  new StripeProblem(402, { type: 'card_error', ...body })
