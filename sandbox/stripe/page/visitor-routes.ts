/** Where a paying person's browser comes to: a challenge, by redirect or from Stripe.js, and an invoice. */
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Account } from '../account/account.ts'
import { StripeProblem } from '../account/problem.ts'
import { type AnyIntent, secretIntent } from '../objects/challenge.ts'
import { forBrowser } from '../objects/intent.ts'
import { bodyOf, crossOrigin, sendJson, sendPage } from '../wire/body.ts'
import { problemAnswer } from '../wire/perform.ts'
import { invoicePdf } from './pdf.ts'
import { challengePage, invoicePage } from './visitor-pages.ts'

const mark = readFileSync(new URL('../../../ui/mark.svg', import.meta.url))

export interface Visited {
  readonly account: Account
  /** The person answers the bank's question. */
  readonly challenge: (intent: string, passed: boolean) => object
}

/** False when the address is none of these. */
export async function visitorPages(
  visited: Visited,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  const [, place, id = '', rest] = url.pathname.split('/')
  if (place === 'challenge') await challenge(visited, request, response, url)
  else if (place === 'invoice') showInvoice(visited.account, response, id, rest === 'pdf')
  else if (url.pathname === '/assets/mark.svg') response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(mark)
  else return false
  return true
}

/** Stripe.js asks for JSON; a form comes from the page and goes back where it came from. */
async function challenge(
  { account, challenge: answer }: Visited,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const body = await bodyOf(request)
  const wantsJson = request.headers.accept?.includes('application/json') ?? false
  try {
    const secret = url.searchParams.get('client_secret') ?? ''
    const intent = secretIntent(account, url.pathname.split('/')[2] ?? '', secret)
    if (request.method !== 'POST') {
      sendPage(response, 200, challengePage(intent))
      return
    }
    const back = intent.next_action?.redirect_to_url?.return_url ?? null
    answer(intent.id, new URLSearchParams(body).get('outcome') === 'complete')
    if (wantsJson) sendJson(response, 200, forBrowser(intent), crossOrigin)
    else goBack(response, intent, back)
  } catch (error) {
    const { status, body: problem } = problemAnswer(error, false)
    sendJson(response, error instanceof StripeProblem ? status : 500, problem, crossOrigin)
  }
}

/** Source: Stripe docs, "3D Secure authentication" (parameters added to `return_url`). */
function goBack(response: ServerResponse, intent: AnyIntent, back: string | null): void {
  if (back === null) {
    sendPage(response, 200, challengePage(intent))
    return
  }
  const target = new URL(back)
  target.searchParams.set(intent.object, intent.id)
  target.searchParams.set(`${intent.object}_client_secret`, intent.client_secret ?? '')
  target.searchParams.set('redirect_status', intent.status === 'succeeded' ? 'succeeded' : 'failed')
  response.writeHead(303, { location: target.href })
  response.end()
}

function showInvoice(account: Account, response: ServerResponse, id: string, asPdf: boolean): void {
  const invoice = account.invoices.find(id)
  if (!invoice) sendJson(response, 404, { error: { type: 'invalid_request_error', message: 'No such invoice.' } })
  else if (!asPdf) sendPage(response, 200, invoicePage(invoice))
  else {
    response.writeHead(200, {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${invoice.number ?? invoice.id}.pdf"`,
    })
    response.end(invoicePdf(invoice))
  }
}
