/** The API's streams, read as a page reads them. */
import { type Called, type Proof, proofHeaders, readCalled } from './calls.ts'

/** The first thing a stream says, as if it were the answer to a call. The stream is left right after. */
export async function firstOf(url: string, procedure: string, input: unknown, proof: Proof = {}): Promise<Called> {
  const answer = await fetch(`${url}/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`, {
    headers: { ...proofHeaders(proof), accept: 'text/event-stream' },
  })
  if (!answer.headers.get('content-type')?.includes('text/event-stream'))
    return readCalled(answer.status, await answer.text())
  for await (const { event, data } of messages(answer)) {
    if (event === 'connected') continue
    // leaving the loop closes the connection
    return asCalled(event, data)
  }
  throw new Error(`${procedure} ended without a word.`)
}

export interface Message {
  readonly event: string
  readonly data: string
  readonly id: string | null
}

/** Server-sent events, one after the other, for as long as the answer is open. */
export async function* messages({ body }: Response): AsyncGenerator<Message> {
  let text = ''
  for await (const part of body!.pipeThrough(new TextDecoderStream())) {
    text += part
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const message = readMessage(text.slice(0, end))
      text = text.slice(end + 2)
      if (message) yield message
    }
  }
}

function readMessage(text: string): Message | null {
  const fields = Object.fromEntries(text.split('\n').map((line) => line.split(/: (.*)/s)))
  return 'data' in fields
    ? { event: fields['event'] ?? 'message', data: fields['data'], id: fields['id'] ?? null }
    : null
}

/** A refusal inside a stream carries the status it would have had outside. */
function asCalled(event: string, data: string): Called {
  if (event !== 'serialized-error') return { status: 200, data: JSON.parse(data), reason: null, body: data }
  const error = JSON.parse(data) as { data: { httpStatus: number } }
  return readCalled(error.data.httpStatus, JSON.stringify({ error }))
}

export interface Opening {
  readonly proof: Proof
  readonly lastEventId?: string
}
/** Opens a stream of the server at `url` and reads it message by message; `close` hangs up. `next` throws at its end. */
export async function openStream(url: string, procedure: string, input: unknown, { proof, lastEventId }: Opening) {
  const hangUp = new AbortController()
  const answer = await fetch(`${url}/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`, {
    headers: { ...proofHeaders(proof), ...(lastEventId && { 'last-event-id': lastEventId }) },
    signal: hangUp.signal,
  })
  const heard = messages(answer)
  async function next() {
    for (;;) {
      const { value } = await heard.next()
      if (!value) throw new Error(`${procedure} ended.`)
      if (value.event === 'message') return { id: value.id, data: JSON.parse(value.data) as unknown }
    }
  }
  return { next, close: () => hangUp.abort() }
}
