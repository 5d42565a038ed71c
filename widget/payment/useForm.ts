/** The provider's form for the state a payment is in: asked for when there is something to fill in, and not before. */
import type { Stripe } from '@stripe/stripe-js'
import { useEffect, useState } from 'react'
import type { ChildFlow } from '../client/child.ts'
import { reasonOf } from '../client/connection.ts'
import type { CardForm } from '../client/wire.ts'
import { openProvider } from './provider.ts'

export interface Form extends Pick<CardForm, 'clientSecret' | 'kind'> {
  readonly stripe: Stripe
}

/** A form that is not there by now is not coming: a content blocker may hold a request for ever. */
const PATIENCE_MS = 20_000

const LOOK_AGAIN_MS = 1000

type Loaded = Form | 'loading' | 'missing'

/**
 * `wanted` names what the form is for, and changes when another one is needed; null while none is. The form is `ready`
 * once its fields say so; for the bank's question there are none.
 */
export function useForm(child: Pick<ChildFlow, 'cardForm'>, wanted: string | null) {
  const [loaded, setLoaded] = useState<Loaded>('loading')
  const [isDrawn, setDrawn] = useState(false)
  const [round, setRound] = useState(0)

  useEffect(() => {
    setLoaded('loading')
    setDrawn(false)
    if (wanted === null) return
    let current = true
    const settle = (now: Loaded) => void (current && setLoaded(now))
    load(child, () => current).then(settle, () => settle('missing'))
    return () => {
      current = false
    }
  }, [child, wanted, round])

  const form = typeof loaded === 'object' ? loaded : null
  const isReady = form !== null && (form.kind === 'payment' || isDrawn)
  useEffect(() => {
    if (wanted === null || isReady) return
    const timer = setTimeout(() => setLoaded('missing'), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [wanted, isReady, round])

  return {
    form,
    state: isReady ? ('ready' as const) : loaded === 'missing' ? ('missing' as const) : ('loading' as const),
    drawn: () => setDrawn(true),
    missing: () => setLoaded('missing'),
    reload: () => setRound((was) => was + 1),
  }
}

/** The payment may have moved on a moment ago; if it comes back, the next look finds its form. */
async function load(child: Pick<ChildFlow, 'cardForm'>, isWanted: () => boolean): Promise<Form | 'loading'> {
  while (isWanted()) {
    try {
      const { clientSecret, kind, ...rest } = await child.cardForm()
      return { clientSecret, kind, stripe: await openProvider({ clientSecret, kind, ...rest }) }
    } catch (error) {
      if (reasonOf(error) !== 'payment.noForm') throw error
    }
    await new Promise((done) => setTimeout(done, LOOK_AGAIN_MS))
  }
  return 'loading'
}
