import { and, eq, type SQL } from "drizzle-orm"
import { z } from "zod"
import { clients } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { id } from "@/lib/kernel/fields"
import { listInput, matches, pageOfRows } from "@/lib/kernel/page"
import { notFound } from "@/lib/kernel/refusal"
import { clientStatuses } from "./schema"

export const clientList = listInput(["name", "createdAt"], {
  status: z.enum(clientStatuses).optional(),
  ownerId: id.optional(),
})

export function findClients(db: TenantDb, { q, status, ownerId, ...asked }: z.output<typeof clientList>) {
  const where = and(
    status ? eq(clients.status, status) : undefined,
    ownerId ? eq(clients.ownerId, ownerId) : undefined,
    matches(q, clients.name, clients.email, clients.phone),
  )
  return pageOfRows(asked, {
    id: clients.id,
    sorts: { name: { by: clients.name, type: "text" }, createdAt: { by: clients.id, type: "uuid" } },
    fallback: "name",
    where,
    rows: ({ where, orderBy, limit, sortValue }) =>
      db
        .select({ client: clients, sortValue })
        .from(clients)
        .where(where)
        .orderBy(...orderBy)
        .limit(limit)
        .then((rows) => rows.map(({ client, sortValue }) => ({ ...client, sortValue }))),
    count: (where: SQL | undefined) => db.$count(clients, where),
  })
}

export async function clientById(db: TenantDb, clientId: string, { lock = false } = {}) {
  const rows = db.select().from(clients).where(eq(clients.id, clientId))
  const [client] = await (lock ? rows.for("update") : rows)
  if (!client) throw notFound("client")
  return client
}
