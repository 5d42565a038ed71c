/** What a stand-in answers: JSON, nothing, a page, or a way elsewhere. */
import type { IncomingMessage } from 'node:http'

export type Reply =
  | { readonly status: number; readonly json?: object; readonly headers?: Readonly<Record<string, string>> }
  | { readonly status: number; readonly page: string }
  | { readonly goTo: string }

export interface Call {
  readonly method: string
  /** Below the place of the stand-in. */
  readonly path: string
  readonly query: URLSearchParams
  readonly body: string
  readonly headers: IncomingMessage['headers']
}

export const bearerOf = ({ headers }: Call): string => /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? ''

/** A body's fields, whether it is JSON or a form; none when it is neither. */
export function fieldsOf({ body, headers }: Call): Readonly<Record<string, string>> {
  if (!headers['content-type']?.startsWith('application/json')) return Object.fromEntries(new URLSearchParams(body))
  try {
    return Object.fromEntries(Object.entries(JSON.parse(body) as object).map(([key, value]) => [key, String(value)]))
  } catch {
    return {}
  }
}
