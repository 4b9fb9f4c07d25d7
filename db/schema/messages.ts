import { sql } from "drizzle-orm"
import { check, date, foreignKey, index, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core"
import { clients } from "./clients"
import {
  createdAt,
  currentClient,
  moment,
  portalAdds,
  portalChanges,
  portalReads,
  staffOnly,
  table,
  tenantKey,
  tracked,
} from "./columns"
import { firms } from "./firms"

/** A client's conversation of one day, in the firm's time zone. */
export const chatThreads = table(
  "chat_threads",
  {
    ...tenantKey(),
    clientId: uuid().notNull(),
    day: date().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "chat_threads_pkey", columns: [t.firmId, t.id] }),
    foreignKey({
      name: "chat_threads_client_fkey",
      columns: [t.firmId, t.clientId],
      foreignColumns: [clients.firmId, clients.id],
    }),
    unique("chat_threads_day_key").on(t.firmId, t.clientId, t.day),
    index("chat_threads_day_idx").on(t.firmId, t.day, t.id),
    ...staffOnly(),
    portalReads(sql`${t.clientId} = ${currentClient}`),
    portalAdds(sql`client_id = ${currentClient}`),
  ],
)

export const messages = table(
  "messages",
  {
    ...tenantKey(),
    threadId: uuid().notNull(),
    clientId: uuid().notNull(),
    authorKind: text({ enum: ["staff", "client"] }).notNull(),
    authorId: uuid().notNull(),
    authorName: text().notNull(),
    body: text().notNull(),
    readByFirmAt: moment(),
    readByClientAt: moment(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "messages_pkey", columns: [t.firmId, t.id] }),
    foreignKey({
      name: "messages_thread_fkey",
      columns: [t.firmId, t.threadId],
      foreignColumns: [chatThreads.firmId, chatThreads.id],
    }),
    index("messages_thread_idx").on(t.firmId, t.threadId, t.id),
    index("messages_client_idx").on(t.firmId, t.clientId, t.id),
    index("messages_created_idx").on(t.firmId, t.createdAt, t.id),
    index("messages_latest_idx").on(t.firmId, t.clientId, t.createdAt, t.id),
    // Counted for every page's navigation, of rows that are few.
    index("messages_unread_firm_idx")
      .on(t.firmId, t.clientId)
      .where(sql`read_by_firm_at is null and author_kind = 'client'`),
    index("messages_unread_client_idx")
      .on(t.firmId, t.clientId)
      .where(sql`read_by_client_at is null and author_kind = 'staff'`),
    check("messages_author", sql`${t.authorKind} in ('staff', 'client')`),
    ...staffOnly(),
    portalReads(sql`${t.clientId} = ${currentClient}`),
    portalAdds(
      sql`client_id = ${currentClient} and author_kind = 'client' and exists (select 1 from chat_threads c where c.firm_id = messages.firm_id and c.id = messages.thread_id)`,
    ),
    portalChanges(sql`${t.clientId} = ${currentClient}`, sql`client_id = ${currentClient}`),
  ],
)

/** Mail the product sent or tried to send; the dedupe key makes each at most once. Bodies are not kept. */
export const mails = table(
  "mails",
  {
    ...tenantKey(),
    dedupeKey: text().notNull(),
    template: text().notNull(),
    recipient: text().notNull(),
    subjectId: uuid(),
    status: text({ enum: ["queued", "sent", "refused"] })
      .notNull()
      .default("queued"),
    error: text(),
    sentAt: moment(),
    ...tracked(),
  },
  (t) => [
    primaryKey({ name: "mails_pkey", columns: [t.firmId, t.id] }),
    foreignKey({ name: "mails_firm_fkey", columns: [t.firmId], foreignColumns: [firms.id] }),
    unique("mails_dedupe_key").on(t.firmId, t.dedupeKey),
    index("mails_subject_idx").on(t.firmId, t.subjectId),
    check("mails_status", sql`${t.status} in ('queued', 'sent', 'refused')`),
    ...staffOnly(),
  ],
)
