import type { Scope } from "./world"

/** A request the specification let through. */
export interface Call<Params = unknown> extends Scope {
  params: Params
  path: Record<string, string>
}

/** An answer that isn't simply 200 with the object: a declined card keeps what it did and answers 402. */
export class Answer {
  constructor(
    readonly status: number,
    readonly body: object,
  ) {}
}

export type Handler = (call: Call) => object

/** The cast the specification pays for: it has just checked these parameters. */
export const on =
  <Params>(run: (call: Call<Params>) => object): Handler =>
  (call) =>
    run(call as Call<Params>)
