/**
 * GitHub's stand-in: the page on which a person says yes, and the few calls we make afterwards.
 *
 * Source: GitHub docs, "Authorizing OAuth apps", "Troubleshooting authorization request errors"; the REST API's "OAuth
 * authorizations" and "Repositories".
 */
import { authorizePage, refusedPage } from './authorize-page.ts'
import type { Memory } from './memory.ts'
import { CLIENT_ID, CLIENT_SECRET } from './places.ts'
import { bearerOf, type Call, fieldsOf, type Reply } from './reply.ts'

export interface GithubParts {
  readonly memory: Memory
  /** The one address people are sent back to. */
  readonly redirectUri: string
}

const repositories = [
  { full_name: 'fernhill/api', private: true },
  { full_name: 'fernhill/handbook', private: true },
  { full_name: 'fernhill/website', private: false },
]

/** Where people come. */
export function github(parts: GithubParts, call: Call): Reply {
  if (call.path === '/login/oauth/access_token' && call.method === 'POST') return accessToken(parts, fieldsOf(call))
  if (call.path !== '/login/oauth/authorize') return { status: 404, page: refusedPage('There is no such page.') }
  const { query } = call
  if (query.get('client_id') !== CLIENT_ID) return { status: 404, page: refusedPage('GitHub knows no such app.') }
  if (query.get('redirect_uri') !== parts.redirectUri)
    return { status: 400, page: refusedPage('The redirect_uri is not one of this app. Nobody is sent there.') }
  if (query.get('code_challenge_method') !== 'S256' || !query.get('code_challenge'))
    return { status: 400, page: refusedPage('The code challenge is missing.') }
  if (call.method !== 'POST') return { status: 200, page: authorizePage(query.get('scope') ?? '') }
  return { goTo: wayBack(parts, query, fieldsOf(call)['decision'] === 'authorize') }
}

function wayBack({ memory, redirectUri }: GithubParts, query: URLSearchParams, isYes: boolean): string {
  const back = new URL(redirectUri)
  if (isYes) back.searchParams.set('code', memory.giveCode(query.get('code_challenge') ?? ''))
  else {
    back.searchParams.set('error', 'access_denied')
    back.searchParams.set('error_description', 'The user has denied your application access.')
  }
  back.searchParams.set('state', query.get('state') ?? '')
  return back.href
}

function accessToken({ memory, redirectUri }: GithubParts, fields: Readonly<Record<string, string>>): Reply {
  const no = (error: string): Reply => ({ status: 200, json: { error, error_description: `Sandbox: ${error}.` } })
  if (fields['client_id'] !== CLIENT_ID || fields['client_secret'] !== CLIENT_SECRET)
    return no('incorrect_client_credentials')
  if (fields['redirect_uri'] !== redirectUri) return no('redirect_uri_mismatch')
  if (!memory.useCode(fields['code'] ?? '', fields['code_verifier'] ?? '')) return no('bad_verification_code')
  return { status: 200, json: { access_token: memory.giveToken(), token_type: 'bearer', scope: 'repo' } }
}

const BASIC = `Basic ${Buffer.from(`${CLIENT_ID}:${CLIENT_SECRET}`).toString('base64')}`

/** What programs call. */
export function githubApi({ memory }: GithubParts, call: Call): Reply {
  if (call.method === 'DELETE' && call.path === `/applications/${CLIENT_ID}/token`) {
    if (call.headers.authorization !== BASIC) return { status: 401, json: { message: 'Bad credentials' } }
    const was = memory.dropToken(fieldsOf(call)['access_token'] ?? '')
    return was ? { status: 204 } : { status: 404, json: { message: 'Not Found' } }
  }
  if (!memory.knows(bearerOf(call))) return { status: 401, json: { message: 'Bad credentials' } }
  if (call.method === 'GET' && call.path === '/user') return { status: 200, json: { login: 'fernhill-dev', id: 1 } }
  if (call.method === 'GET' && call.path === '/user/repos') return { status: 200, json: repositories }
  return { status: 404, json: { message: 'Not Found' } }
}
