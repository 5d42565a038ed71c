/**
 * The load, in a process of its own so that it does not share the server's thread: `node bench/load.ts <json>`.
 * Prints what it measured as one line of JSON. One keep-alive connection per client.
 */
import { Agent, request } from 'node:http'
import { measure } from './measure.ts'

export interface Load {
  readonly port: number
  readonly path: string
  readonly clients: number
  readonly seconds: number
  /** Body of client `$c`'s turn `$t`. */
  readonly body: string
  /** Sent as a bearer token, one per client; or none. */
  readonly tokens: readonly string[]
  /** What a good answer contains. */
  readonly expect: string
}

const load = JSON.parse(process.argv[2] ?? '{}') as Load
const agent = new Agent({ keepAlive: true, maxSockets: load.clients })

function post(client: number, turn: number): Promise<void> {
  const body = load.body.replaceAll('$c', String(client)).replaceAll('$t', String(turn))
  const token = load.tokens[client]
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    ...(token && { authorization: `Bearer ${token}` }),
  }
  return new Promise((done, fail) => {
    const sent = request(
      { host: '127.0.0.1', port: load.port, path: load.path, method: 'POST', agent, headers },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (part: string) => (text += part))
        answer.on('end', () =>
          answer.statusCode === 200 && text.includes(load.expect)
            ? done()
            : fail(new Error(`${answer.statusCode}: ${text.slice(0, 300)}`)),
        )
      },
    )
    sent.on('error', fail)
    sent.end(body)
  })
}

console.log(JSON.stringify(await measure(load.clients, load.seconds, post)))
agent.destroy()
