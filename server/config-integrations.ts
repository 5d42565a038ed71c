/**
 * Where the companies are that a workspace can be connected to. What is not set is the sandbox's, and in production the
 * company's own public address. GitHub, which has to know us, and registries, which every company may run for itself, are then
 * off until they are named.
 */
import * as z from 'zod'

/** An address other paths are put behind: an enterprise's own GitHub may stand below a path. */
const base = z.url({ protocol: /^https?$/ }).pipe(
  z
    .string()
    .refine(isPlain, 'needs scheme and host, and no user, question mark or hash')
    .transform((value) => value.replace(/\/+$/, '')),
)

function isPlain(value: string): boolean {
  const { search, hash, username, password } = new URL(value)
  return search === '' && hash === '' && username === '' && password === ''
}

export const integrationVariables = {
  GITHUB_URL: base.optional(),
  GITHUB_API_URL: base.optional(),
  GITHUB_CLIENT_ID: z.string().min(1).max(200).optional(),
  GITHUB_CLIENT_SECRET: z.string().min(1).max(200).optional(),
  ANTHROPIC_URL: base.optional(),
  NPM_REGISTRY_URL: base.optional(),
  OPENVSX_URL: base.optional(),
}

const schema = z.object(integrationVariables)
type Environment = z.output<typeof schema>

export interface GithubConfig {
  /** Where people say yes. */
  readonly url: string
  readonly apiUrl: string
  readonly clientId: string
  readonly clientSecret: string
}
export interface IntegrationConfig {
  /** Null: it cannot be connected. */
  readonly github: GithubConfig | 'sandbox' | null
  readonly anthropicUrl: string
  readonly npmUrl: string | null
  readonly openvsxUrl: string | null
}

/** Stands for the sandbox's own address, which is known only once it listens. */
export const SANDBOX = 'sandbox'

export type Refuse = (line: string) => Error

/** `standIns`: what is not set is the sandbox's. Throws what `refuse` makes of a line for whoever starts the server. */
export function integrationsOf(env: Environment, standIns: boolean, refuse: Refuse): IntegrationConfig {
  const or = <Real extends string | null>(url: string | undefined, real: Real): string | Real =>
    url ?? (standIns ? SANDBOX : real)
  return {
    github: githubOf(env, refuse) ?? (standIns ? SANDBOX : null),
    anthropicUrl: or(env.ANTHROPIC_URL, 'https://api.anthropic.com'),
    npmUrl: or(env.NPM_REGISTRY_URL, null),
    openvsxUrl: or(env.OPENVSX_URL, null),
  }
}

/** Half a configuration would send people to a page that refuses them, so it is none. */
function githubOf(env: Environment, refuse: Refuse): GithubConfig | null {
  const {
    GITHUB_CLIENT_ID: clientId,
    GITHUB_CLIENT_SECRET: clientSecret,
    GITHUB_URL: url,
    GITHUB_API_URL: apiUrl,
  } = env
  if (!clientId && !clientSecret) {
    if (url || apiUrl)
      throw refuse(`${url ? 'GITHUB_URL' : 'GITHUB_API_URL'} is set, but no GITHUB_CLIENT_ID. Set both, or unset it.`)
    return null
  }
  if (!clientId || !clientSecret) {
    const [is, isNot] = clientId ? ['ID', 'SECRET'] : ['SECRET', 'ID']
    throw refuse(`GITHUB_CLIENT_${isNot} is not set, but GITHUB_CLIENT_${is} is. Set both, or none.`)
  }
  if ((url === undefined) !== (apiUrl === undefined))
    throw refuse('GITHUB_URL and GITHUB_API_URL belong together. Set both, or none for github.com.')
  return { url: url ?? 'https://github.com', apiUrl: apiUrl ?? 'https://api.github.com', clientId, clientSecret }
}

/** Whether any of them is the sandbox. */
export const usesSandbox = ({ github, ...urls }: IntegrationConfig): boolean =>
  github === SANDBOX || Object.values(urls).includes(SANDBOX)
