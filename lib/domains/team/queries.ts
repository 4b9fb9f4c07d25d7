import { and, asc, eq, type SQL } from "drizzle-orm"
import { z } from "zod"
import { members } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { listInput, matches, pageOfRows } from "@/lib/kernel/page"
import { notFound } from "@/lib/kernel/refusal"
import { memberRoles, memberStatuses } from "./schema"

export const memberList = listInput(["name", "email", "createdAt"], {
  status: z.enum(memberStatuses).optional(),
  role: z.enum(memberRoles).optional(),
})

export function findMembers(db: TenantDb, { q, status, role, ...asked }: z.output<typeof memberList>) {
  return pageOfRows(asked, {
    id: members.id,
    sorts: {
      name: { by: members.name, type: "text" },
      email: { by: members.email, type: "text" },
      createdAt: { by: members.id, type: "uuid" },
    },
    fallback: "name",
    where: and(
      status ? eq(members.status, status) : undefined,
      role ? eq(members.role, role) : undefined,
      matches(q, members.name, members.email),
    ),
    rows: ({ where, orderBy, limit, sortValue }) =>
      db
        .select({ member: members, sortValue })
        .from(members)
        .where(where)
        .orderBy(...orderBy)
        .limit(limit)
        .then((rows) => rows.map(({ member, sortValue }) => ({ ...member, sortValue }))),
    count: (where: SQL | undefined) => db.$count(members, where),
  })
}

export async function memberById(db: TenantDb, memberId: string, { lock = false } = {}) {
  const rows = db.select().from(members).where(eq(members.id, memberId))
  const [member] = await (lock ? rows.for("update") : rows)
  if (!member) throw notFound("member")
  return member
}

/** Locks the owners before the member, always in this order, so that two who change each other meet one after another. */
export async function memberForChange(db: TenantDb, memberId: string) {
  const locked = await db
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.role, "owner"), eq(members.status, "active")))
    .orderBy(asc(members.id))
    .for("update")
  return { owners: new Set(locked.map(({ id }) => id)), before: await memberById(db, memberId, { lock: true }) }
}
