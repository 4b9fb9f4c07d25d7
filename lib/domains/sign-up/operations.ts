import { sql } from "drizzle-orm"
import { z } from "zod"
import { id, moment } from "@/lib/kernel/fields"
import { mutation, query } from "@/lib/kernel/operation"
import { notFound } from "@/lib/kernel/refusal"

const statuses = ["new", "contacted", "closed"] as const
const demoRequestOut = z
  .object({
    id,
    name: z.string(),
    email: z.string(),
    company: z.string(),
    people: z.string(),
    message: z.string(),
    status: z.enum(statuses),
    createdAt: moment,
  })
  .meta({ id: "DemoRequest" })

export const listDemoRequests = query({
  name: "demoRequests.list",
  summary: "List who asked for a demonstration",
  permission: "platform:read",
  rest: "GET /platform/demo-requests",
  input: z.strictObject({}),
  output: z.object({ requests: z.array(demoRequestOut) }),
  async run(_input, { db }) {
    const rows = await db.execute<Record<string, string>>(sql`
      select id, name, email, company, people, message, status,
        to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt" from auth.demo_requests()`)
    return { requests: rows as unknown as z.input<typeof demoRequestOut>[] }
  },
})

export const changeDemoRequest = mutation({
  name: "demoRequests.change",
  summary: "Note what became of a request for a demonstration",
  permission: "platform:manage",
  rest: "PATCH /platform/demo-requests/{id}",
  input: z.strictObject({ id, status: z.enum(statuses) }),
  output: z.object({ id, status: z.enum(statuses) }),
  mayDoNothing: true,
  async run({ id, status }, { db }) {
    const [row] = await db.execute<{ changed: boolean }>(
      sql`select auth.set_demo_request(${id}::uuid, ${status}) as changed`,
    )
    if (!row?.changed) throw notFound("demoRequest")
    return { id, status }
  },
})
