/**
 * The stand-ins that take keys. They answer as the documentation says the companies do.
 *
 * Source: Anthropic API reference, "List Models", "Errors"; npm docs, "npm whoami", "npm token"; Open VSX's API documentation.
 */
import type { Memory } from './memory.ts'
import { goodKeys, NAMESPACE, weakKeys } from './places.ts'
import { bearerOf, type Call, type Reply } from './reply.ts'

const models = ['Claude Opus 4.1', 'Claude Sonnet 4.5', 'Claude Haiku 4.5'].map((name) => ({
  type: 'model',
  id: name.toLowerCase().replaceAll(/[ .]/g, '-'),
  display_name: name,
  created_at: '2025-10-15T00:00:00Z',
}))

const anthropicError = (status: number, type: string, message: string): Reply => ({
  status,
  json: { type: 'error', error: { type, message } },
})

export function anthropic(memory: Memory, { method, path, headers }: Call): Reply {
  if (method !== 'GET' || path !== '/v1/models') return anthropicError(404, 'not_found_error', 'Not found')
  if (headers['anthropic-version'] === undefined)
    return anthropicError(400, 'invalid_request_error', 'anthropic-version: header is required')
  if (headers['x-api-key'] === weakKeys.anthropic)
    return anthropicError(403, 'permission_error', 'Your API key does not have permission to use this resource.')
  if (headers['x-api-key'] !== goodKeys.anthropic || memory.isRevoked('anthropic'))
    return anthropicError(401, 'authentication_error', 'invalid x-api-key')
  const json = { data: models, has_more: false, first_id: models[0]?.id, last_id: models.at(-1)?.id }
  return { status: 200, json, headers: { 'anthropic-organization-id': 'org_sandbox' } }
}

const TOKENS = '/-/npm/v1/tokens/token/'

export function npm(memory: Memory, call: Call): Reply {
  const key = bearerOf(call)
  if (key === weakKeys.npm) return { status: 403, json: { message: 'Forbidden' } }
  if (key !== goodKeys.npm || memory.isRevoked('npm')) return { status: 401, json: { message: 'Unauthorized' } }
  if (call.method === 'GET' && call.path === '/-/whoami') return { status: 200, json: { username: 'fernhill-studio' } }
  if (call.method !== 'DELETE' || call.path !== `${TOKENS}${key}`) return { status: 404, json: { error: 'Not found' } }
  memory.setRevoked('npm', true)
  return { status: 204 }
}

export function openvsx(memory: Memory, { method, path, query }: Call): Reply {
  const [, api, namespace, rest] = path.split('/')
  if (method !== 'GET' || api !== 'api') return { status: 404, json: { error: 'Not found.' } }
  if (namespace !== NAMESPACE) return { status: 404, json: { error: `Namespace not found: ${namespace}` } }
  if (rest === 'verify-pat') {
    const isGood = query.get('token') === goodKeys.openvsx && !memory.isRevoked('openvsx')
    return isGood
      ? { status: 200, json: { success: 'Valid token' } }
      : { status: 400, json: { error: 'Invalid token.' } }
  }
  const extensions = Object.fromEntries(['theme', 'snippets'].map((one) => [one, `/api/${NAMESPACE}/${one}`]))
  return { status: 200, json: { name: NAMESPACE, verified: true, extensions } }
}
