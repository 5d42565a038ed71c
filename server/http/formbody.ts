/** Reads posted forms. Two of our pages have one field each; a plug-in for nested keys would only add ways in. */
import type { FastifyInstance } from 'fastify'

export function readForms(app: FastifyInstance): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(String(body))))
  })
}
