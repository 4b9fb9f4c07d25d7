import { sql } from "drizzle-orm"
import { bigint, check, foreignKey, index, integer, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core"
import {
  createdAt,
  gateReads,
  moment,
  portalAdds,
  portalChanges,
  portalReads,
  staffAppends,
  staffOnly,
  table,
  tenantKey,
} from "./columns"
import { firms } from "./firms"

/** What happened, who did it, through which operation. Metadata only, append-only for everybody. */
export const auditEvents = table(
  "audit_events",
  {
    ...tenantKey(),
    at: moment().notNull(),
    name: text().notNull(),
    operation: text().notNull(),
    subjectId: uuid().notNull(),
    clientId: uuid(),
    actorKind: text().notNull(),
    actorId: uuid(),
    actorName: text().notNull(),
    /** Names of the fields that changed; never their content. */
    fields: text().array().notNull().default([]),
    result: text({ enum: ["done", "refused"] })
      .notNull()
      .default("done"),
    requestId: text(),
  },
  (t) => [
    primaryKey({ name: "audit_events_pkey", columns: [t.firmId, t.id] }),
    foreignKey({ name: "audit_events_firm_fkey", columns: [t.firmId], foreignColumns: [firms.id] }),
    index("audit_events_at_idx").on(t.firmId, t.at, t.id),
    index("audit_events_subject_idx").on(t.firmId, t.subjectId, t.id),
    index("audit_events_client_idx").on(t.firmId, t.clientId, t.id),
    check("audit_events_result", sql`${t.result} in ('done', 'refused')`),
    ...staffAppends(),
    gateReads(),
    portalAdds(sql`actor_kind in ('client', 'link')`),
  ],
)

/** The hash chain over a firm's audit events, added a second after they commit. */
export const auditSeals = table(
  "audit_seals",
  {
    firmId: tenantKey().firmId,
    seq: bigint({ mode: "number" }).notNull(),
    eventId: uuid().notNull(),
    hash: text().notNull(),
    sealedAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ name: "audit_seals_pkey", columns: [t.firmId, t.seq] }),
    foreignKey({
      name: "audit_seals_event_fkey",
      columns: [t.firmId, t.eventId],
      foreignColumns: [auditEvents.firmId, auditEvents.id],
    }),
    unique("audit_seals_event_key").on(t.firmId, t.eventId),
    ...staffAppends(),
    gateReads(),
  ],
)

/**
 * The answer given to an Idempotency-Key, written in the transaction of the change. Where a vendor is called in between,
 * the intent is kept until there is an answer, and held by whoever works on it.
 */
export const idempotencyKeys = table(
  "idempotency_keys",
  {
    firmId: tenantKey().firmId,
    actor: text().notNull(),
    key: text().notNull(),
    requestHash: text().notNull(),
    status: integer(),
    response: text(),
    intent: text(),
    heldUntil: moment(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "idempotency_keys_pkey", columns: [t.firmId, t.actor, t.key] }),
    foreignKey({ name: "idempotency_keys_firm_fkey", columns: [t.firmId], foreignColumns: [firms.id] }),
    ...staffOnly(),
    gateReads(),
    portalReads(sql`${t.actor} = current_setting('app.actor')`),
    portalAdds(sql`actor = current_setting('app.actor')`),
    portalChanges(sql`${t.actor} = current_setting('app.actor')`, sql`actor = current_setting('app.actor')`),
  ],
)
