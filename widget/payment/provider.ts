/**
 * The provider's script: loaded when a payment needs it and not before. Real Stripe.js comes from Stripe, as Stripe
 * asks; the sandbox's stand-in defines the same `window.Stripe`, and then nothing else is fetched.
 */
import type { Stripe } from '@stripe/stripe-js'
import { loadStripe } from '@stripe/stripe-js/pure'
import type { CardForm } from '../client/wire.ts'

type StandIn = NonNullable<CardForm['standIn']>

/** Kept for the life of the page: a second script would be a second Stripe. One that failed is asked for again. */
const opened = new Map<string, Promise<Stripe>>()

/** Rejects when the script does not come: blocked, offline, or not there. */
export function openProvider({ publishableKey, standIn }: CardForm): Promise<Stripe> {
  const known = opened.get(publishableKey)
  if (known) return known
  const opening = open(publishableKey, standIn)
  opened.set(publishableKey, opening)
  opening.catch(() => opened.delete(publishableKey))
  return opening
}

async function open(publishableKey: string, standIn: StandIn | null): Promise<Stripe> {
  if (standIn) await addScript(standIn)
  const stripe = await loadStripe(publishableKey)
  if (!stripe) throw new Error('Stripe.js came and is not there.')
  return stripe
}

const addScript = ({ script, api }: StandIn): Promise<void> =>
  new Promise((done, fail) => {
    const element = document.createElement('script')
    element.src = script
    element.dataset['api'] = api
    element.addEventListener('load', () => done())
    element.addEventListener('error', () => {
      element.remove()
      fail(new Error(`${script} could not be loaded.`))
    })
    document.head.append(element)
  })
