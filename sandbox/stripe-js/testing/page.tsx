/**
 * A payment step as a product would write it, with @stripe/react-stripe-js under StrictMode, for the browser test. What
 * to confirm stands in the address: `?secret=…`.
 */
import { Elements, PaymentElement, useElements, useStripe } from '@stripe/react-stripe-js'
import { loadStripe } from '@stripe/stripe-js/pure'
import { type FormEvent, StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'

const secret = new URLSearchParams(location.search).get('secret') ?? ''
const isSetup = secret.startsWith('seti_')
const stripe = loadStripe('pk_test_sandbox')
const mode = isSetup
  ? ({ mode: 'setup', currency: 'eur' } as const)
  : ({ mode: 'payment', currency: 'eur', amount: 1800 } as const)

/** What the page could learn, for the test to read. */
const seen: string[] = []
Object.assign(window, { seen })

function Form() {
  const stripe = useStripe()
  const elements = useElements()
  const [isReady, setReady] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState('')

  async function pay(event: FormEvent) {
    event.preventDefault()
    if (!stripe || !elements || isBusy) return
    setBusy(true)
    setOutcome('')
    const checked = await elements.submit()
    const confirm = {
      elements,
      clientSecret: secret,
      confirmParams: { return_url: location.href },
      redirect: 'if_required',
    } as const
    const result = checked.error
      ? checked
      : isSetup
        ? await stripe.confirmSetup(confirm)
        : await stripe.confirmPayment(confirm)
    setBusy(false)
    setOutcome(result.error ? `${result.error.code}: ${result.error.message}` : 'Paid')
  }

  return (
    <form onSubmit={(event) => void pay(event)}>
      <PaymentElement
        onReady={() => {
          seen.push('ready')
          setReady(true)
        }}
        onChange={(event) => seen.push(`change ${JSON.stringify(event)}`)}
        onFocus={() => seen.push('focus')}
        onBlur={() => seen.push('blur')}
        onLoadError={(event) => seen.push(`loaderror ${event.error.type}`)}
      />
      <p role="status">{outcome}</p>
      <button type="submit" disabled={!isReady}>
        Pay
      </button>
    </form>
  )
}

function Page() {
  const [isShown, setShown] = useState(true)
  return (
    <main style={{ maxWidth: 400, margin: '24px auto', padding: '0 16px' }}>
      <h1>Payment</h1>
      <Elements stripe={stripe} options={{ ...mode, locale: 'en' }}>
        {isShown && <Form />}
      </Elements>
      <button type="button" onClick={() => setShown(!isShown)}>
        {isShown ? 'Hide' : 'Show'}
      </button>
    </main>
  )
}

// whatever leaves the form's own tree, a listener of the page would get
for (const type of ['input', 'change', 'keydown', 'keyup', 'paste'])
  document.addEventListener(type, (event) => seen.push(`leak ${event.type}`))

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Page />
  </StrictMode>,
)
