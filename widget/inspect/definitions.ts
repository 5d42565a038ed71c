/**
 * The charts a visitor has views of, as JSON: the sign-up and the payment in it. An inspector draws them from these words
 * alone, which are those that `npm run diagrams` writes.
 */
import onboarding from '../../docs/flows/onboarding.json?raw'
import payment from '../../docs/flows/payment.json?raw'

const definitions = new Map(
  [onboarding, payment].map((text) => {
    const { id, version } = JSON.parse(text) as { id: string; version: string }
    return [`${id} ${version}`, text]
  }),
)

/** Of a chart or a version that is not here only its name is known: a wrong picture would be worse than none. */
export const definitionOf = ({ id, version }: { readonly id: string; readonly version: string }): string =>
  definitions.get(`${id} ${version}`) ?? JSON.stringify({ id })
