import { afterEach, beforeEach, vi } from 'vitest'

export interface Call {
  method: string
  path: string
  query: URLSearchParams
  headers: Headers
  body: unknown
}
type Answer = Response | Error | ((call: Call) => Response | Error)

/** Stands in for the network: answers in the order given, and keeps what was asked. */
export function useAnswers() {
  const calls: Call[] = []
  let waiting: Answer[] = []

  beforeEach(() => {
    calls.length = 0
    waiting = []
    vi.stubGlobal('fetch', async (request: Request) => {
      const url = new URL(request.url)
      const text = await request.text()
      const call = {
        method: request.method,
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        body: text ? (JSON.parse(text) as unknown) : undefined,
      }
      calls.push(call)
      const next = waiting.shift()
      if (!next) throw new Error(`nobody expected ${request.method} ${url.pathname}`)
      const answer = typeof next === 'function' ? next(call) : next
      if (answer instanceof Error) throw answer
      return answer
    })
  })
  afterEach(() => vi.unstubAllGlobals())
  return { calls, answer: (...answers: Answer[]) => void waiting.push(...answers) }
}

export const json = (body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json', ...headers } })

export const problem = (status: number, body: Record<string, unknown> = {}) =>
  new Response(JSON.stringify({ type: 'about:blank', title: 'refused', status, code: 'test.refused', ...body }), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  })
