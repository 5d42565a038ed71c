/**
 * What every HTML answer says about itself, errors included. A page may be framed by nobody; the frame page by exactly
 * the origins of its embedding key.
 */
import type { FastifyReply } from 'fastify'

const policy = (ancestors: string, more: Record<string, string> = {}) =>
  Object.entries({
    'default-src': "'self'",
    'script-src': "'self'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': ancestors,
    ...more,
  })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')

/** For pages of our own, which stand alone. */
export const standalonePolicy = policy("'none'")

/** Where the card form of a page comes from and whom it talks to. */
export interface FormSources {
  readonly scripts: readonly string[]
  readonly connections: readonly string[]
  readonly frames: readonly string[]
}

/** Source: Stripe docs, "Security at Stripe", Content security policy. */
export const stripeSources: FormSources = {
  scripts: ['https://js.stripe.com', 'https://*.js.stripe.com'],
  connections: ['https://api.stripe.com'],
  frames: ['https://js.stripe.com', 'https://*.js.stripe.com', 'https://hooks.stripe.com'],
}

const withForm = ({ scripts, connections, frames }: FormSources) => ({
  'script-src': ["'self'", ...scripts].join(' '),
  'connect-src': ["'self'", ...connections].join(' '),
  'frame-src': frames.length > 0 ? frames.join(' ') : "'none'",
})

/** For the hosted page, where a card may be asked for. */
export const hostedPolicy = (form: FormSources) => policy("'none'", withForm(form))

/** For the demo site, which frames the widget as any product would. */
export const demoPolicy = (publicUrl: string) =>
  policy("'none'", {
    'script-src': `'self' ${publicUrl}`,
    'frame-src': publicUrl,
    'style-src': `'self' 'unsafe-inline' ${publicUrl}`,
    'img-src': `'self' data: ${publicUrl}`,
  })

/** For the frame: only `origins` may hold it. None at all when the key is unknown. */
export const framePolicy = (origins: readonly string[], form: FormSources) =>
  policy(origins.length > 0 ? origins.join(' ') : "'none'", withForm(form))

export function sendHtml(reply: FastifyReply, text: string, contentPolicy = standalonePolicy): FastifyReply {
  return reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', contentPolicy)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store')
    .send(text)
}
