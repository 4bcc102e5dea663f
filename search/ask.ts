import { Agent, type IncomingMessage, request } from 'node:http'
import { Agent as SecureAgent, request as secureRequest } from 'node:https'
import type { SearchAddress } from './meilisearch.ts'

/** The search server is away, or not itself. */
export class Unreachable extends Error {}

const agents = { 'http:': new Agent({ keepAlive: true }), 'https:': new SecureAgent({ keepAlive: true }) }

/**
 * Asks the search server one question. Node's `fetch`, which the Meilisearch client uses, sends the head and the body of a request
 * apart: on a warm connection the second then waits some 40 ms for the first to be acknowledged, longer than most answers take.
 * @returns the answer's status and body
 * @throws Unreachable when there is no answer in time, or one of a server in trouble
 */
export function ask(
  address: SearchAddress,
  path: string,
  question: unknown,
  timeoutMs: number,
): Promise<{ status: number; body: unknown }> {
  const url = new URL(address.url.replace(/\/+$/, '') + path)
  const text = JSON.stringify(question)
  const secure = url.protocol === 'https:'
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    ...(address.key ? { authorization: `Bearer ${address.key}` } : {}),
  }
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown) => reject(new Unreachable('the search server does not answer', { cause }))
    const options = { method: 'POST', headers, timeout: timeoutMs, agent: agents[secure ? 'https:' : 'http:'] }
    const sent = (secure ? secureRequest : request)(url, options, (answer) => {
      read(answer).then((body) => {
        const status = answer.statusCode ?? 0
        if (status >= 500) fail(`status ${status}`)
        else resolve({ status, body })
      }, fail)
    })
    sent.on('error', fail)
    sent.on('timeout', () => sent.destroy(new Error(`no answer within ${timeoutMs} ms`)))
    sent.end(text)
  })
}

async function read(answer: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}
