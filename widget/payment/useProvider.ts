/**
 * Work with the provider in this page: the card is sent, the bank asks. Afterwards our server is told to look, whatever
 * the page heard; it believes only the provider.
 */
import { useEffect, useRef, useState } from 'react'
import type { ProblemCode } from '../../machines/vocabulary/problems.ts'
import type { Sent } from './Card.tsx'

export interface AtProvider {
  /** Does it once, however often it is asked for meanwhile. */
  work(ask: () => Promise<Sent>): Promise<void>
  /**
   * The screen to stay on while it lasts. The provider tells our server as soon as it knows something, and the view
   * moves on; but the form must not go from under a bank that is still asking.
   */
  readonly held: string | null
  /** What went wrong before the provider had an answer. */
  readonly problem: ProblemCode | null
  /** What to say of a refusal if our server has nothing to say of it. */
  readonly doubt: ProblemCode | null
}

export function useProvider(screen: string, send: (event: { type: string }) => Promise<void>): AtProvider {
  const [held, setHeld] = useState<string | null>(null)
  const [problem, setProblem] = useState<ProblemCode | null>(null)
  const [doubt, setDoubt] = useState<ProblemCode | null>(null)
  const isWorking = useRef(false)
  // a problem belongs to the screen it happened on
  useEffect(() => setProblem(null), [screen])

  async function work(ask: () => Promise<Sent>) {
    if (isWorking.current) return
    isWorking.current = true
    setHeld(screen)
    setProblem(null)
    setDoubt(null)
    try {
      // what the provider's script throws, it throws of an intent that is not as this page thinks: our server looks
      const sent = await ask().catch((): Sent => 'refused')
      if (sent === 'unsent') setProblem('card.unsent')
      if (sent === 'refused') setDoubt('card.processingError')
      if (sent === 'told' || sent === 'refused') await send({ type: 'card.submitted' })
    } finally {
      // even if our server was not reached: the provider tells it too, and a form held for good could not be sent again
      isWorking.current = false
      setHeld(null)
    }
  }
  return { work, held, problem, doubt }
}
