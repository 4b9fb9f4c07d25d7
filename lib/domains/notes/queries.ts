import { and, eq, type SQL, sql } from "drizzle-orm"
import { z } from "zod"
import { members, notes } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { id } from "@/lib/kernel/fields"
import { listInput, matches, pageOfRows } from "@/lib/kernel/page"
import { notFound } from "@/lib/kernel/refusal"

export const noteList = listInput(["pinned", "createdAt"], { clientId: id.optional(), pinned: z.boolean().optional() })

const itsAuthor = and(eq(members.firmId, notes.firmId), eq(members.id, notes.authorId))
const pinnedThenNewest = sql`(case when ${notes.pinned} then '1' else '0' end || ${notes.id}::text)`

/** Pinned first, then the newest. */
export function findNotes(db: TenantDb, { q, clientId, pinned, ...asked }: z.output<typeof noteList>) {
  return pageOfRows(asked, {
    id: notes.id,
    sorts: { pinned: { by: pinnedThenNewest, type: "text" }, createdAt: { by: notes.id, type: "uuid" } },
    fallback: "-pinned",
    where: and(
      clientId ? eq(notes.clientId, clientId) : undefined,
      pinned === undefined ? undefined : eq(notes.pinned, pinned),
      matches(q, notes.body),
    ),
    rows: ({ where, orderBy, limit, sortValue }) =>
      db
        .select({ note: notes, authorName: members.name, sortValue })
        .from(notes)
        .leftJoin(members, itsAuthor)
        .where(where)
        .orderBy(...orderBy)
        .limit(limit)
        .then((rows) => rows.map(({ note, ...more }) => ({ ...note, ...more }))),
    count: (where: SQL | undefined) => db.$count(notes, where),
  })
}

export async function noteById(db: TenantDb, noteId: string, { lock = false } = {}) {
  const rows = db
    .select({ note: notes, authorName: members.name })
    .from(notes)
    .leftJoin(members, itsAuthor)
    .where(eq(notes.id, noteId))
  const [found] = await (lock ? rows.for("update", { of: notes }) : rows)
  if (!found) throw notFound("note")
  return { ...found.note, authorName: found.authorName }
}
