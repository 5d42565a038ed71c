/** What a route is, and how a request finds its own. */
import type * as z from 'zod'
import type { Account } from '../account/account.ts'

export type Method = 'GET' | 'POST' | 'DELETE'

/** Path parameters by name: `/v1/customers/:id` gives `id`. */
export type PathParts = Readonly<Record<string, string>>

export interface Call<Params> {
  readonly account: Account
  readonly path: PathParts
  readonly params: Params
  /** False for a browser with a publishable key and a client secret. */
  readonly isSecret: boolean
}

export interface Route {
  readonly method: Method
  readonly path: string
  readonly schema: z.ZodType
  /** Whether a browser may call it with the publishable key. */
  readonly publishable: boolean
  readonly answer: (call: Call<never>) => object
}

export interface RouteOptions {
  readonly publishable?: boolean
}

/** The schema types what the handler gets. */
export const route = <S extends z.ZodType>(
  method: Method,
  path: string,
  schema: S,
  answer: (call: Call<z.output<S>>) => object,
  { publishable = false }: RouteOptions = {},
): Route => ({ method, path, schema, publishable, answer })

export interface Match {
  readonly route: Route
  readonly path: PathParts
}

/** The first route that fits: those with words stand before those with parameters in the same place. */
export function findRoute(routes: readonly Route[], method: string, path: string): Match | null {
  for (const route of routes) {
    const parts = route.method === method ? matchPath(route.path, path) : null
    if (parts) return { route, path: parts }
  }
  return null
}

/** The parameters of `path` when it has the shape of `pattern`; null when it has not. */
export function matchPath(pattern: string, path: string): PathParts | null {
  const wanted = pattern.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return null
  const parts: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    if (part.startsWith(':')) parts[part.slice(1)] = decodeURIComponent(given[index]!)
    else if (part !== given[index]) return null
  }
  return parts
}
