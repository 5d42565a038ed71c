/** Where each stand-in is below the sandbox's address, and what they take for right. */
export const CLIENT_ID = 'sandbox_client'
export const CLIENT_SECRET = 'sandbox_client_secret'

/** Keys that work. Everything else is refused, as a mistyped key would be. */
export const goodKeys = {
  anthropic: 'sk-ant-sandbox-good',
  npm: 'npm_sandbox_good',
  openvsx: 'ovsx_sandbox_good',
} as const
export const isKeyKind = (kind: string): kind is keyof typeof goodKeys => Object.hasOwn(goodKeys, kind)
/** Known there, but may not do what we need. */
export const weakKeys = { anthropic: 'sk-ant-sandbox-weak', npm: 'npm_sandbox_weak' } as const
/** The one namespace Open VSX's stand-in has. */
export const NAMESPACE = 'fernhill'

export const prefixes = {
  github: '/github',
  githubApi: '/github-api',
  anthropic: '/anthropic',
  npm: '/npm',
  openvsx: '/openvsx',
} as const
export type Place = keyof typeof prefixes

/** `url` without a slash at its end. */
export const placesOn = (url: string): Record<Place, string> =>
  Object.fromEntries(Object.entries(prefixes).map(([place, prefix]) => [place, `${url}${prefix}`])) as Record<
    Place,
    string
  >
