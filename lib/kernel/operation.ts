import { z } from "zod"
import type { gate } from "@/db/gate"
import type { Key, TenantDb } from "@/db/tenant"
import type { Site } from "@/lib/platform/site"
import type { Actor } from "./actor"
import type { Permission } from "./permissions"

type Schema = z.ZodType
export type EventName = `${string}.${string}`
export type RateClass = "default" | "payment" | "upload" | "public" | "signIn" | "exempt"

/** Where a call comes from: known before anybody is. */
export type Visit = {
  site: Site
  /** The firm that X-Tenant-ID names, if it was sent; "unknown" when there is none of that name. */
  tenantId?: string
  ip: string
  userAgent: string
  requestId: string
  idempotencyKey?: string
  /** The version of the record that the caller has seen (If-Match): a newer one refuses the change. */
  expectedVersion?: number
  /** Do it, say what it did, and roll back. */
  dryRun?: boolean
}

/** What an operation may touch. There is no other way to the database. */
export type Scope = {
  db: TenantDb
  actor: Actor
  visit: Visit
  /** Writes the audit entry and hands the event on, in the transaction of the change. `fields` are names, never content. */
  record(event: EventName, subject: { id: string; clientId?: string | null }, fields?: string[]): void
  /** Puts work into the queue; it happens only if the transaction does. */
  enqueue(
    task: string,
    payload: Record<string, unknown>,
    options?: { jobKey?: string; runAt?: string; maxAttempts?: number },
  ): Promise<void>
  /** Refuses the change when the caller has seen an older version of the row. */
  expect(row: { version: number }): void
}

type Named = {
  name: EventName
  summary: string
  permission: Permission
  /** "PATCH /crm/leads/{id}"; the path's names are fields of the input. */
  rest?: `${"GET" | "POST" | "PATCH" | "DELETE" | "PUT"} /${string}`
  rate?: RateClass
  /** Where what it creates is found, if not below its own path: "/finance/invoices". */
  place?: `/${string}`
  /** What a REST success answers with; 201 for a POST that creates, else 200. */
  status?: 200 | 201 | 204
  /** May find nothing left to do, and then records nothing: a webhook that came twice, a page that was seen before. */
  mayDoNothing?: true
}

type Definition<In extends Schema, Out extends Schema> = Named & {
  input: In
  output: Out
  /** For callers without a session: the key that their link or form opens. Null: there is no such thing. */
  credential?(input: z.output<In>, visit: Visit): Promise<Key | null>
  run(input: z.output<In>, scope: Scope): Promise<z.input<Out>>
}

/** A call to a vendor that a person waits for: intent in a transaction, the call in none, the outcome in another. */
type Exchange<In extends Schema, Out extends Schema, Intent, Answer> = Named & {
  input: In
  output: Out
  run(input: z.output<In>, scope: Scope): Promise<Intent>
  call(intent: Intent): Promise<Answer>
  settle(intent: Intent, answer: Answer, scope: Scope): Promise<z.input<Out>>
}

/** A file to read or download: what it is made of is read in a transaction, and it is made in none. */
type Download<In extends Schema, Content> = Named & {
  input: In
  credential?(input: z.output<In>, visit: Visit): Promise<Key | null>
  read(input: z.output<In>, scope: Scope): Promise<Content>
  make(content: Content): Promise<FileAnswer>
}

export type FileAnswer = { filename: string; contentType: string; body: Uint8Array }

/** What happens where there is no firm yet: signing in, resetting, accepting an invitation. */
type Entrance<In extends Schema, Out extends Schema> = Named & {
  input: In
  output: Out
  enter(input: z.output<In>, visit: Visit, through: typeof gate): Promise<z.input<Out>>
}

export type Operation<In extends Schema = Schema, Out extends Schema = Schema> = Named & {
  effect: "read" | "write"
  input: In
  output: Out
  credential?(input: z.output<In>, visit: Visit): Promise<Key | null>
  run(input: z.output<In>, scope: Scope): Promise<unknown>
  call?(intent: unknown): Promise<unknown>
  settle?(intent: unknown, answer: unknown, scope: Scope): Promise<unknown>
  enter?(input: z.output<In>, visit: Visit, through: typeof gate): Promise<unknown>
  /** Answers a file, a list, or one record. */
  answers: "record" | "list" | "file"
}

export const query = <In extends Schema, Out extends Schema>(definition: Definition<In, Out>): Operation<In, Out> => ({
  ...definition,
  effect: "read",
  answers: "record",
})

export const mutation = <In extends Schema, Out extends Schema>(
  definition: Definition<In, Out>,
): Operation<In, Out> => ({
  ...definition,
  effect: "write",
  answers: "record",
})

export const exchange = <In extends Schema, Out extends Schema, Intent, Answer>(
  definition: Exchange<In, Out, Intent, Answer>,
): Operation<In, Out> => ({ ...(definition as unknown as Operation<In, Out>), effect: "write", answers: "record" })

/** An exchange that changes nothing: read, ask outside, compare with what is there now. */
export const examination = <In extends Schema, Out extends Schema, Intent, Answer>(
  definition: Exchange<In, Out, Intent, Answer>,
): Operation<In, Out> => ({ ...(definition as unknown as Operation<In, Out>), effect: "read", answers: "record" })

export const download = <In extends Schema, Content>({
  read,
  make,
  ...named
}: Download<In, Content>): Operation<In, z.ZodType<FileAnswer>> => ({
  ...named,
  output: z.custom<FileAnswer>(),
  effect: "read",
  answers: "file",
  run: read,
  call: (content) => make(content as Content),
})

export const entrance = <In extends Schema, Out extends Schema>(definition: Entrance<In, Out>): Operation<In, Out> => ({
  ...(definition as unknown as Operation<In, Out>),
  effect: "write",
  answers: "record",
  run: () => Promise.reject(new Error(`${definition.name} has no firm to run in`)),
})

/** One page of a list: where it goes on and back are opaque cursors. */
export const pageOf = <Item extends Schema>(item: Item) =>
  z.object({
    items: z.array(item),
    count: z.number().int(),
    next: z.string().nullable(),
    previous: z.string().nullable(),
  })

export const list = <In extends Schema, Item extends Schema>({
  item,
  ...definition
}: Omit<Definition<In, ReturnType<typeof pageOf<Item>>>, "output"> & { item: Item }): Operation<
  In,
  ReturnType<typeof pageOf<Item>>
> => ({
  ...definition,
  output: pageOf(item),
  effect: "read",
  answers: "list",
})
