import { and, eq, type SQL, sql } from "drizzle-orm"
import { z } from "zod"
import { clients, portalUsers } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { portalRoles } from "@/lib/domains/clients/schema"
import { id } from "@/lib/kernel/fields"
import { always, listInput, matches, pageOfRows } from "@/lib/kernel/page"
import { notFound } from "@/lib/kernel/refusal"
import { portalUserStatuses } from "./schema"

const filters = { status: z.enum(portalUserStatuses).optional(), role: z.enum(portalRoles).optional() }
const sorts = ["name", "email", "createdAt"] as const
export const portalUserList = listInput(sorts, { ...filters, clientId: id.optional() })
export const portalUsersOfClient = listInput(sorts, { ...filters, id })

const itsClient = and(eq(clients.firmId, portalUsers.firmId), eq(clients.id, portalUsers.clientId))

export function findPortalUsers(db: TenantDb, input: z.output<typeof portalUserList>) {
  const { q, clientId, status, role, ...asked } = input
  return pageOfRows(asked, {
    id: portalUsers.id,
    sorts: {
      name: { by: portalUsers.name, type: "text" },
      email: { by: portalUsers.email, type: "text" },
      createdAt: { by: portalUsers.id, type: "uuid" },
    },
    fallback: "name",
    where: and(
      clientId ? eq(portalUsers.clientId, clientId) : undefined,
      status ? eq(portalUsers.status, status) : undefined,
      role ? eq(portalUsers.role, role) : undefined,
      matches(q, portalUsers.name, portalUsers.email, clients.name),
    ),
    rows: ({ where, orderBy, limit, sortValue }) =>
      db
        .select({ portalUser: portalUsers, clientName: always(clients.name), sortValue })
        .from(portalUsers)
        .leftJoin(clients, itsClient)
        .where(where)
        .orderBy(...orderBy)
        .limit(limit)
        .then((rows) => rows.map(({ portalUser, ...more }) => ({ ...portalUser, ...more }))),
    count: (where: SQL | undefined) =>
      db
        .select({ count: sql<number>`count(*)::integer` })
        .from(portalUsers)
        .leftJoin(clients, itsClient)
        .where(where)
        .then(([row]) => row!.count),
  })
}

export async function portalUserById(db: TenantDb, portalUserId: string, { lock = false } = {}) {
  const rows = db
    .select({ portalUser: portalUsers, clientName: always(clients.name) })
    .from(portalUsers)
    .leftJoin(clients, itsClient)
    .where(eq(portalUsers.id, portalUserId))
  const [found] = await (lock ? rows.for("update", { of: portalUsers }) : rows)
  if (!found) throw notFound("portalUser")
  return { ...found.portalUser, clientName: found.clientName }
}

/** Who of a client can sign in to the portal now. */
export const activePortalUsers = (db: TenantDb, clientId: string) =>
  db
    .select({ id: portalUsers.id, email: portalUsers.email, name: portalUsers.name, role: portalUsers.role })
    .from(portalUsers)
    .where(and(eq(portalUsers.clientId, clientId), eq(portalUsers.status, "active")))
