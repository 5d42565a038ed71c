/**
 * GitHub, to which a person goes and says yes.
 *
 * Source: GitHub docs, "Authorizing OAuth apps" (with PKCE, RFC 7636), "Scopes for OAuth apps", and the REST API's
 * "Get the authenticated user", "List repositories for the authenticated user", "Delete an app token". A token is taken back and
 * not the whole grant, because another workspace of the same person may live by that.
 */
import * as z from 'zod'
import { type EffectError, giveUp } from '../effect.ts'
import { name, readAs } from './answers.ts'
import { type Asked, call } from './call.ts'
import { type Authorizer, MOST_FOUND } from './provider.ts'

const company = 'GitHub'
/** The only scope under which private repositories are listed. */
const SCOPE = 'repo'

const granted = z.object({ access_token: z.string().min(1) })
const refused = z.object({ error: z.string() })
const user = z.object({ login: name })
const repositories = z.array(z.object({ full_name: name, private: z.boolean() }))

export interface GithubParts {
  readonly url: string
  readonly apiUrl: string
  readonly clientId: string
  readonly clientSecret: string
  /** Where people come back to. */
  readonly redirectUri: string
}

export function github({ url, apiUrl, clientId, clientSecret, redirectUri }: GithubParts): Authorizer {
  const api = (path: string, authorization: string, more: Pick<Asked, 'signal'> & Partial<Asked>) =>
    call({
      company,
      url: `${apiUrl}${path}`,
      ...more,
      headers: { authorization, accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' },
    })
  const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`

  return {
    authorizeUrl(state, challenge) {
      const pkce = { code_challenge: challenge, code_challenge_method: 'S256' }
      const asked = { client_id: clientId, redirect_uri: redirectUri, scope: SCOPE, state, ...pkce }
      return `${url}/login/oauth/authorize?${new URLSearchParams(asked).toString()}`
    },

    async exchange({ code, verifier }, signal) {
      const ours = { client_id: clientId, client_secret: clientSecret, redirect_uri: redirectUri }
      const body = { ...ours, code, code_verifier: verifier }
      const asked = { company, url: `${url}/login/oauth/access_token`, method: 'POST', body, signal } as const
      const answer = await call(asked)
      const no = refused.safeParse(answer.body)
      if (no.success) throw refusalOf(no.data.error)
      return readAs(company, granted, answer.body).access_token
    },

    async check({ key }, signal) {
      const { body } = await api('/user', `Bearer ${key}`, { signal })
      const list = await api(`/user/repos?per_page=${MOST_FOUND}&sort=full_name`, `Bearer ${key}`, { signal })
      const found = readAs(company, repositories, list.body)
      return {
        account: readAs(company, user, body).login,
        found: found.map((one) => ({ name: one.full_name, isPrivate: one.private })),
        hasMore: /rel="next"/.test(list.headers.get('link') ?? ''),
      }
    },

    async revoke({ key }, signal) {
      const path = `/applications/${encodeURIComponent(clientId)}/token`
      const body = { access_token: key }
      const { status } = await api(path, basic, { method: 'DELETE', body, signal, expected: [404, 422] })
      return status === 204 ? 'revoked' : 'gone'
    },
  }
}

/** GitHub says no with 200 and a word. Source: GitHub docs, "Troubleshooting OAuth app access token request errors". */
function refusalOf(error: string): EffectError {
  if (error === 'bad_verification_code') return giveUp('authorization.expired', `${company} knows this code no more.`)
  return giveUp('integration.misconfigured', `${company} refuses us: ${error.slice(0, 100)}.`)
}
