import { z } from "zod"
import { idOf, type Owner } from "@/db/isolation/rows"
import type { Operation } from "@/lib/kernel/operation"

/** Which table an id of an input names: by its field, or for `{id}` by the path before it. */
const byField: Record<string, string> = {
  clientId: "clients",
  projectId: "projects",
  taskId: "tasks",
  prospectId: "prospects",
  proposalId: "proposals",
  engagementId: "engagements",
  contractId: "contracts",
  invoiceId: "invoices",
  paymentId: "payments",
  threadId: "chat_threads",
  leadId: "leads",
  ownerId: "members",
  assigneeId: "members",
  managerId: "members",
  memberId: "members",
  actorId: "members",
  formId: "lead_forms",
  subjectId: "invoices",
  sourceId: "invoices",
  transactionId: "ledger_transactions",
  documentId: "documents",
}
const byPath: [prefix: string, table: string][] = [
  ["/crm/leads/", "leads"],
  ["/crm/lead-forms/", "lead_forms"],
  ["/crm/forms/", "lead_forms"],
  ["/crm/prospects/", "prospects"],
  ["/crm/proposals/", "proposals"],
  ["/crm/contracts/", "contracts"],
  ["/clients/clients/", "clients"],
  ["/clients/contacts/", "contacts"],
  ["/clients/portal-users/", "portal_users"],
  ["/clients/notes/", "notes"],
  ["/clients/engagements/", "engagements"],
  ["/projects/projects/", "projects"],
  ["/projects/tasks/", "tasks"],
  ["/projects/time-entries/", "time_entries"],
  ["/finance/invoices/", "invoices"],
  ["/finance/payments/", "payments"],
  ["/messages/threads/", "chat_threads"],
  ["/messages/conversations/", "clients"],
  ["/team/members/", "members"],
  ["/portal/projects/", "projects"],
  ["/portal/tasks/", "tasks"],
  ["/portal/invoices/", "invoices"],
  ["/portal/proposals/", "proposals"],
  ["/portal/contracts/", "contracts"],
  ["/portal/comments/", "comments"],
  ["/portal/chat-threads/", "chat_threads"],
  ["/notifications/", "notifications"],
  ["/portal/notifications/", "notifications"],
]
/** Ids that are no firm's rows in `public`: keys, jobs, firms for the console. */
const elsewhere = ["/auth/sessions/", "/firm/api-keys/", "/firm/jobs/", "/platform/firms/", "/platform/demo-requests/"]

export type Shape = {
  operation: Operation
  method: string
  path: string
  ids: { field: string; table: string }[]
  rest: Record<string, unknown>
}
type Json = {
  type?: string | string[]
  format?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Json[]
  items?: Json
  properties?: Record<string, Json>
  required?: string[]
  pattern?: string
  minItems?: number
  $ref?: string
  $defs?: Record<string, Json>
  examples?: unknown[]
}

/** How an operation is called: its ids by the tables they name, and something valid for the rest. */
export function shapeOf(operation: Operation): Shape | string {
  const [method, path] = operation.rest!.split(" ") as [string, string]
  const { properties = {}, required = [] } = z.toJSONSchema(operation.input, {
    io: "input",
    unrepresentable: "any",
  }) as Json
  const ids: Shape["ids"] = []
  const rest: Record<string, unknown> = {}
  for (const [field, schema] of Object.entries(properties)) {
    const inPath = path.includes(`{${field}}`)
    if (isId(schema)) {
      if (field === "id" && elsewhere.some((prefix) => path.startsWith(prefix))) continue
      const table = tableOf(path, field)
      if (!table) return `${operation.name}: which table does ${field} name? Declare it in test/isolation/samples.ts`
      ids.push({ field, table })
    } else if (inPath || required.includes(field)) rest[field] = sample(schema)
  }
  return { operation, method, path, ids, rest }
}

/** The table whose row a field of an operation names, if it is one of a firm's. */
export const tableOf = (path: string, field: string): string | undefined =>
  field === "id" ? byPath.find(([prefix]) => path.startsWith(prefix))?.[1] : byField[field]

const isId = (schema: Json): boolean =>
  schema.format === "uuid" || Boolean(schema.anyOf?.some((one) => one.format === "uuid"))

function sample(schema: Json): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.examples?.[0] !== undefined) return schema.examples[0]
  if (schema.anyOf)
    return sample(schema.anyOf.find(({ type }) => type === "string" || type === "number") ?? schema.anyOf[0]!)
  if (schema.type === "array")
    return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () => sample(schema.items ?? {}))
  if (schema.type === "object")
    return Object.fromEntries((schema.required ?? []).map((name) => [name, sample(schema.properties?.[name] ?? {})]))
  if (schema.type === "boolean") return true
  if (schema.type === "integer" || schema.type === "number") return 1
  if (schema.format === "email") return "somebody@example.test"
  if (schema.format === "uuid") return idOf("members", "A1")
  if (schema.format === "date") return "2026-01-05"
  if (schema.format === "date-time") return "2026-01-05T09:00:00Z"
  return "1"
}

/** A request with each id as one owner's row, or as nobody's. */
export function requestFor(
  { operation, method, path, ids, rest }: Shape,
  whose: Record<string, Owner | "nobody">,
  headers: HeadersInit,
  dryRun = false,
) {
  const input: Record<string, unknown> = { ...rest }
  for (const { field, table } of ids) {
    const owner = whose[field] ?? whose.all
    if (owner) input[field] = owner === "nobody" ? "01900000-0000-7000-8000-000000000000" : idOf(table, owner)
  }
  const url = new URL(
    `http://firm-a.localhost:3000/api/v1${path.replace(/\{(\w+)\}/g, (_, name) => String(input[name] ?? "1"))}`,
  )
  for (const [, name] of path.matchAll(/\{(\w+)\}/g)) delete input[name!]
  if (dryRun && operation.effect === "write") url.searchParams.set("dryRun", "true")
  const query = method === "GET" || method === "DELETE"
  if (query) for (const [name, value] of Object.entries(input)) url.searchParams.set(name, String(value))
  return new Request(url, {
    method,
    headers: {
      host: "firm-a.localhost:3000",
      "x-site-host": "firm-a.localhost:3000",
      ...(!query && { "content-type": "application/json" }),
      ...headers,
    },
    ...(!query && { body: JSON.stringify(input) }),
  })
}
