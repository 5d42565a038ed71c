/** A browser at the console's door: it keeps its cookies. */
import { clientAddressHeader } from '../auth-base.ts'
import type { Operators } from '../operators.ts'
import { codeOf } from './authenticator.ts'

export interface Credentials {
  readonly email: string
  readonly password: string
}
type Door = Pick<Operators, 'handler'>

let browsers = 0

/** Each comes from an address of its own. */
export function operatorBrowser(operators: Door, publicUrl: string, { email, password }: Credentials) {
  const address = `10.0.${Math.floor(++browsers / 250)}.${browsers % 250}`
  const jar = new Map<string, string>()
  const cookie = () => [...jar].map((pair) => pair.join('=')).join('; ')
  async function post(path: string, body: object = {}) {
    const request = new Request(`${publicUrl}/operator/auth${path}`, {
      method: 'POST',
      headers: {
        origin: publicUrl,
        cookie: cookie(),
        'content-type': 'application/json',
        [clientAddressHeader]: address,
      },
      body: JSON.stringify(body),
    })
    const response = await operators.handler(request)
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0]!.split('=') as [string, string]
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }
  const browser = {
    post,
    cookie,
    signIn: (typed = password) => post('/sign-in/email', { email, password: typed }),
    enrol: () => post('/two-factor/enable', { password }),
    prove: (code: string) => post('/two-factor/verify-totp', { code }),
    /** Signs in for the first time and sets up the second factor. */
    async begin() {
      await browser.signIn()
      const { body } = await browser.enrol()
      const uri = String(body['totpURI'])
      await browser.prove(await codeOf(uri))
      return { uri, spare: body['backupCodes'] as string[] }
    },
  }
  return browser
}
