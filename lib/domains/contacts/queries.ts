import { and, eq, type SQL, sql } from "drizzle-orm"
import { z } from "zod"
import { clients, contacts } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { id } from "@/lib/kernel/fields"
import { always, listInput, matches, pageOfRows } from "@/lib/kernel/page"
import { notFound } from "@/lib/kernel/refusal"

export const contactList = listInput(["name", "createdAt"], {
  clientId: id.optional(),
  isPrimary: z.boolean().optional(),
})

const itsClient = and(eq(clients.firmId, contacts.firmId), eq(clients.id, contacts.clientId))

export function findContacts(db: TenantDb, { q, clientId, isPrimary, ...asked }: z.output<typeof contactList>) {
  return pageOfRows(asked, {
    id: contacts.id,
    sorts: { name: { by: contacts.name, type: "text" }, createdAt: { by: contacts.id, type: "uuid" } },
    fallback: "name",
    where: and(
      clientId ? eq(contacts.clientId, clientId) : undefined,
      isPrimary === undefined ? undefined : eq(contacts.isPrimary, isPrimary),
      matches(q, contacts.name, contacts.email, contacts.phone, contacts.jobTitle, clients.name),
    ),
    rows: ({ where, orderBy, limit, sortValue }) =>
      db
        .select({ contact: contacts, clientName: always(clients.name), sortValue })
        .from(contacts)
        .leftJoin(clients, itsClient)
        .where(where)
        .orderBy(...orderBy)
        .limit(limit)
        .then((rows) => rows.map(({ contact, ...more }) => ({ ...contact, ...more }))),
    count: (where: SQL | undefined) =>
      db
        .select({ count: sql<number>`count(*)::integer` })
        .from(contacts)
        .leftJoin(clients, itsClient)
        .where(where)
        .then(([row]) => row!.count),
  })
}

export async function contactById(db: TenantDb, contactId: string, { lock = false } = {}) {
  const rows = db
    .select({ contact: contacts, clientName: always(clients.name) })
    .from(contacts)
    .leftJoin(clients, itsClient)
    .where(eq(contacts.id, contactId))
  const [found] = await (lock ? rows.for("update", { of: contacts }) : rows)
  if (!found) throw notFound("contact")
  return { ...found.contact, clientName: found.clientName }
}
