import { sql } from "drizzle-orm"
import { check, foreignKey, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core"
import { createdAt, moment, staffOnly, table, tenantKey } from "./columns"
import { firms } from "./firms"

/** What was made to look around with, so that exactly that can be removed again. */
export const sampleRecords = table(
  "sample_records",
  {
    ...tenantKey(),
    kind: text({
      enum: ["lead", "prospect", "proposal", "client", "contact", "note", "project", "task", "timeEntry"],
    }).notNull(),
    subjectId: uuid().notNull(),
    /** What it was called when it was made: called otherwise, somebody has made it their own. */
    name: text().notNull(),
    /** When a removal left it to the firm, because something real had come to depend on it. */
    keptAt: moment(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "sample_records_pkey", columns: [t.firmId, t.id] }),
    foreignKey({ name: "sample_records_firm_fkey", columns: [t.firmId], foreignColumns: [firms.id] }),
    unique("sample_records_subject_key").on(t.firmId, t.subjectId),
    check(
      "sample_records_kind",
      sql`${t.kind} in ('lead', 'prospect', 'proposal', 'client', 'contact', 'note', 'project', 'task', 'timeEntry')`,
    ),
    ...staffOnly(),
  ],
)
