export interface FailureBody {
  type: "api_error" | "card_error" | "idempotency_error" | "invalid_request_error"
  message: string
  code?: string
  param?: string
  [extra: string]: unknown
}

/** An answer of Stripe's that is an error; what the request had begun is discarded. */
export class Failure extends Error {
  constructor(
    readonly status: number,
    readonly body: FailureBody,
  ) {
    super(body.message)
  }
}

export function invalid(message: string, param?: string, code?: string): Failure {
  return new Failure(400, { type: "invalid_request_error", message, ...(param && { param }), ...(code && { code }) })
}

/** Also the answer for another account's object: its existence is not revealed. */
export function missing(noun: string, id: string, param = "id"): Failure {
  const message = `No such ${noun}: '${id}'`
  return new Failure(404, { type: "invalid_request_error", code: "resource_missing", message, param })
}
