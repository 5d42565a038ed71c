/** Ports for servers that are killed and started again. */
import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/**
 * Below what Linux gives to outgoing connections (ip_local_port_range begins at 32768): there, a port could be taken by
 * somebody's request while its server is down.
 */
const [FIRST, LAST] = [18_000, 32_000]
const given = new Set<number>()

/** One that nobody listens at and that was not given before. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST, LAST)
    if (given.has(port) || !(await isFree(port))) continue
    given.add(port)
    return port
  }
}

const isFree = (port: number) =>
  new Promise<boolean>((done) => {
    const probe = createServer()
    probe.once('error', () => done(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => done(true)))
  })
