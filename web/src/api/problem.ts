import type { components } from './schema'

export type ProblemBody = components['schemas']['ProblemAnswer']
export type FieldError = NonNullable<ProblemBody['errors']>[number]

/** The same request is still being carried out. */
const running = 'once.running'

/** What the server refuses or could not do (RFC 9457). `code` is the key of the sentence, `request` a number to quote. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly detail?: string
  readonly request?: string
  readonly errors: FieldError[]

  constructor(body: Partial<ProblemBody> & { status: number }) {
    super(body.title ?? '')
    this.name = 'Problem'
    this.status = body.status
    this.code = body.code ?? `http.${body.status}`
    this.detail = body.detail ?? undefined
    this.request = body.request ?? undefined
    this.errors = body.errors ?? []
  }

  /** The answer is final: the same request would be refused again. */
  get final() {
    return this.status >= 400 && this.status < 500 && ![408, 425, 429].includes(this.status) && this.code !== running
  }

  /** The line was cut or nobody is behind it now: whether it was done is not known, the same key finds out. */
  get cut() {
    return this.code === 'unreachable' || [502, 503, 504].includes(this.status) || this.code === running
  }

  static async from(response: Response): Promise<Problem> {
    const body = (await response.json().catch(() => ({}))) as Partial<ProblemBody>
    return new Problem({ ...body, status: response.status, request: body.request ?? requestOf(response) })
  }

  /** Nothing came back at all: no network, or the server is gone. */
  static unreachable(): Problem {
    return new Problem({ status: 0, code: 'unreachable' })
  }
}

const requestOf = (response: Response) => response.headers.get('X-Request-Id') ?? undefined
