/** Opens pages and sends forms as a browser does. */
import type { InProcess } from './in-process.ts'

type Headers = Readonly<Record<string, string>>

export const openPage = ({ app }: Pick<InProcess, 'app'>, url: string, headers: Headers = {}) =>
  app.inject({ url, headers: { accept: 'text/html', ...headers } })

export const postForm = (
  { app }: Pick<InProcess, 'app'>,
  url: string,
  fields: Readonly<Record<string, string>>,
  headers: Headers = {},
) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', ...headers },
    body: new URLSearchParams(fields).toString(),
  })
