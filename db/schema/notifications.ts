import { sql } from "drizzle-orm"
import { check, foreignKey, index, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core"
import { clients, portalUsers } from "./clients"
import { createdAt, moment, personsOwn, table, tenantKey } from "./columns"
import { members } from "./firms"
import { auditEvents } from "./records"

/** What somebody did that another person is to know: ids alone, the sentence is made when it is read. */
export const notifications = table(
  "notifications",
  {
    ...tenantKey(),
    memberId: uuid(),
    portalUserId: uuid(),
    /** Of a portal user's: their client. */
    clientId: uuid(),
    eventId: uuid().notNull(),
    event: text().notNull(),
    subjectKind: text({ enum: ["client", "invoice", "lead", "proposal", "task"] }).notNull(),
    subjectId: uuid().notNull(),
    readAt: moment(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "notifications_pkey", columns: [t.firmId, t.id] }),
    foreignKey({
      name: "notifications_member_fkey",
      columns: [t.firmId, t.memberId],
      foreignColumns: [members.firmId, members.id],
    }),
    foreignKey({
      name: "notifications_portal_user_fkey",
      columns: [t.firmId, t.portalUserId],
      foreignColumns: [portalUsers.firmId, portalUsers.id],
    }),
    foreignKey({
      name: "notifications_client_fkey",
      columns: [t.firmId, t.clientId],
      foreignColumns: [clients.firmId, clients.id],
    }),
    foreignKey({
      name: "notifications_event_fkey",
      columns: [t.firmId, t.eventId],
      foreignColumns: [auditEvents.firmId, auditEvents.id],
    }),
    // An event is told to a person once, however often its job runs.
    unique("notifications_member_key").on(t.firmId, t.eventId, t.memberId),
    unique("notifications_portal_user_key").on(t.firmId, t.eventId, t.portalUserId),
    index("notifications_member_idx").on(t.firmId, t.memberId, t.createdAt, t.id),
    index("notifications_portal_user_idx").on(t.firmId, t.portalUserId, t.createdAt, t.id),
    // Counted for every page's bell, of rows that are few.
    index("notifications_unread_member_idx").on(t.firmId, t.memberId).where(sql`read_at is null`),
    index("notifications_unread_portal_user_idx").on(t.firmId, t.portalUserId).where(sql`read_at is null`),
    check("notifications_recipient", sql`num_nonnulls(${t.memberId}, ${t.portalUserId}) = 1`),
    check("notifications_client", sql`(${t.clientId} is null) = (${t.portalUserId} is null)`),
    check("notifications_subject_kind", sql`${t.subjectKind} in ('client', 'invoice', 'lead', 'proposal', 'task')`),
    ...personsOwn({
      member: sql`member_id`,
      portalUser: sql`portal_user_id`,
      client: sql`client_id`,
    }),
  ],
)
