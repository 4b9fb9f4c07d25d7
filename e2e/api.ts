import type { z } from "zod"
import { tokens } from "./contract"
import { call, type Reply } from "./http"
import { type Live, listen } from "./live"
import { type HostName, hosts, password, people, type Role } from "./surroundings"

type Given<T> = { body?: unknown; headers?: Record<string, string>; expect?: number; gives?: z.ZodType<T> }
type Meta = { count: number; next: string | null; previous: string | null }
type Failure = { code: string; message: string; details: Record<string, string[]> }
export type Answer<T> = Reply & { data: T; meta: Meta; error: Failure }

/** The REST API as a program uses it, on one host with one credential. */
export class Api {
  constructor(
    readonly host: string,
    readonly token?: string,
    readonly at?: number,
  ) {}

  static async signIn(host: HostName, email: string, secret = password) {
    const answer = await new Api(hosts[host]).post(
      "/auth/login",
      { email, password: secret },
      { expect: 200, gives: tokens },
    )
    return Object.assign(new Api(hosts[host], answer.data.accessToken), { tokens: answer.data })
  }

  static as(role: Role) {
    return Api.signIn(people[role].host, people[role].email)
  }

  async send<T = { id: string }>(method: string, path: string, { body, headers = {}, expect, gives }: Given<T> = {}) {
    const reply = await call(this.host, path.startsWith("/api/") ? path : `/api/v1${path}`, {
      method,
      headers: {
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...(body !== undefined && { "content-type": "application/json" }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      at: this.at,
    })
    if (expect === undefined ? gives && reply.status >= 300 : reply.status !== expect) {
      throw new Error(
        `${method} ${path}: expected ${expect ?? "a success"}, got ${reply.status} ${reply.text.slice(0, 800)}`,
      )
    }
    const isJson = /json/.test(String(reply.headers["content-type"])) && reply.text !== ""
    const answer: Answer<T> = { ...reply, ...(isJson ? JSON.parse(reply.text) : {}) }
    return gives ? { ...answer, data: gives.parse(answer.data) } : answer
  }

  get = <T = { id: string }>(path: string, given: Given<T> = {}) => this.send<T>("GET", path, { expect: 200, ...given })
  post = <T = { id: string }>(path: string, body?: unknown, given: Given<T> = {}) =>
    this.send<T>("POST", path, { body, ...given })
  patch = <T = { id: string }>(path: string, body: unknown, given: Given<T> = {}) =>
    this.send<T>("PATCH", path, { body, expect: 200, ...given })

  /** Every item of a list, over all its pages. */
  async all<T = { id: string }>(path: string): Promise<T[]> {
    const items: T[] = []
    for (let next: string | null = path; next; ) {
      const page: Answer<T[]> = await this.get<T[]>(next)
      items.push(...page.data)
      next = page.meta.next
    }
    return items
  }

  /** What the server tells as it happens. */
  live(age?: number): Promise<Live> {
    return listen(this.host, { authorization: `Bearer ${this.token}` }, age)
  }
}
