/** The address a request comes from: the socket's. A forwarded header is anybody's word. */
import type { FastifyRequest } from 'fastify'

export const clientAddress = (request: FastifyRequest): string => request.socket.remoteAddress ?? '0.0.0.0'

/** Where better-auth reads the address from; overwritten at every request, so nobody can send it. */
export const CLIENT_ADDRESS_HEADER = 'x-tenure-client-ip'

/** Where somebody asks from, for the audit log. A browser may say anything of itself; what is kept is short. */
export const fromOf = (request: FastifyRequest) => ({
  address: clientAddress(request),
  agent: (request.headers['user-agent'] ?? '').slice(0, 200),
})
