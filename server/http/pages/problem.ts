/** The pages nobody wants to see. */
import { html } from '../html.ts'
import { plainPage } from './shell.ts'

export const notFoundPage = (): string =>
  plainPage(
    'Nothing here',
    html`<section class="card"><h1>There is nothing at this address</h1><p>The link may be old, or a letter is missing. The start page knows every door.</p><a class="button" href="/">Start page</a></section>`,
  )

export const problemPage = (status: number, message: string): string =>
  plainPage(
    'A problem',
    html`<section class="card" role="alert"><h1>${status === 429 ? 'Too many requests' : 'That did not work'}</h1><p>${message}</p><a class="button" href="/">Start page</a></section>`,
  )
