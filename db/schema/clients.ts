import { sql } from "drizzle-orm"
import { boolean, check, date, foreignKey, index, integer, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core"
import {
  currentClient,
  currentUser,
  gateReads,
  moment,
  money,
  portalChanges,
  portalReads,
  staffOnly,
  table,
  tenantKey,
  tracked,
} from "./columns"
import { proposals } from "./crm"
import { firms, members } from "./firms"

export const clients = table(
  "clients",
  {
    ...tenantKey(),
    name: text().notNull(),
    status: text({ enum: ["active", "archived"] })
      .notNull()
      .default("active"),
    email: text().notNull().default(""),
    phone: text().notNull().default(""),
    address: text().notNull().default(""),
    taxId: text().notNull().default(""),
    currency: text().notNull(),
    ownerId: uuid(),
    prospectId: uuid(),
    ...tracked(),
  },
  (t) => [
    primaryKey({ name: "clients_pkey", columns: [t.firmId, t.id] }),
    foreignKey({ name: "clients_firm_fkey", columns: [t.firmId], foreignColumns: [firms.id] }),
    foreignKey({
      name: "clients_owner_fkey",
      columns: [t.firmId, t.ownerId],
      foreignColumns: [members.firmId, members.id],
    }),
    unique("clients_prospect_key").on(t.firmId, t.prospectId),
    index("clients_status_idx").on(t.firmId, t.status, t.id),
    index("clients_name_idx").on(t.firmId, t.name, t.id),
    check("clients_status", sql`${t.status} in ('active', 'archived')`),
    ...staffOnly(),
    portalReads(sql`${t.id} = ${currentClient}`),
    gateReads(),
  ],
)

export const contacts = table(
  "contacts",
  {
    ...tenantKey(),
    clientId: uuid().notNull(),
    name: text().notNull(),
    email: text().notNull().default(""),
    phone: text().notNull().default(""),
    jobTitle: text().notNull().default(""),
    isPrimary: boolean().notNull().default(false),
    ...tracked(),
  },
  (t) => [
    primaryKey({ name: "contacts_pkey", columns: [t.firmId, t.id] }),
    foreignKey({
      name: "contacts_client_fkey",
      columns: [t.firmId, t.clientId],
      foreignColumns: [clients.firmId, clients.id],
    }),
    index("contacts_client_idx").on(t.firmId, t.clientId, t.id),
    index("contacts_name_idx").on(t.firmId, t.name, t.id),
    ...staffOnly(),
  ],
)

/** A person's access to one client's portal. The person lives in auth.users. */
export const portalUsers = table(
  "portal_users",
  {
    ...tenantKey(),
    clientId: uuid().notNull(),
    userId: uuid(),
    email: text().notNull(),
    name: text().notNull(),
    role: text({ enum: ["admin", "billing", "viewer"] })
      .notNull()
      .default("admin"),
    status: text({ enum: ["invited", "active", "revoked"] })
      .notNull()
      .default("invited"),
    joinedAt: moment(),
    ...tracked(),
  },
  (t) => [
    primaryKey({ name: "portal_users_pkey", columns: [t.firmId, t.id] }),
    foreignKey({
      name: "portal_users_client_fkey",
      columns: [t.firmId, t.clientId],
      foreignColumns: [clients.firmId, clients.id],
    }),
    unique("portal_users_email_key").on(t.firmId, t.clientId, t.email),
    unique("portal_users_user_key").on(t.firmId, t.clientId, t.userId),
    index("portal_users_name_idx").on(t.firmId, t.name, t.id),
    index("portal_users_email_idx").on(t.firmId, t.email, t.id),
    check("portal_users_role", sql`${t.role} in ('admin', 'billing', 'viewer')`),
    check("portal_users_status", sql`${t.status} in ('invited', 'active', 'revoked')`),
    ...staffOnly(),
    portalReads(sql`${t.clientId} = ${currentClient} and ${t.userId} = ${currentUser}`),
    gateReads(),
  ],
)

/** The firm's own notes on a client. No portal policy: a client can never see them. */
export const notes = table(
  "notes",
  {
    ...tenantKey(),
    clientId: uuid().notNull(),
    authorId: uuid(),
    body: text().notNull(),
    pinned: boolean().notNull().default(false),
    ...tracked(),
  },
  (t) => [
    primaryKey({ name: "notes_pkey", columns: [t.firmId, t.id] }),
    foreignKey({
      name: "notes_client_fkey",
      columns: [t.firmId, t.clientId],
      foreignColumns: [clients.firmId, clients.id],
    }),
    foreignKey({
      name: "notes_author_fkey",
      columns: [t.firmId, t.authorId],
      foreignColumns: [members.firmId, members.id],
    }),
    index("notes_client_idx").on(t.firmId, t.clientId, t.id),
    index("notes_pinned_idx").on(t.firmId, sql`(case when pinned then '1' else '0' end || id::text)`, t.id),
    ...staffOnly(),
  ],
)

export const contracts = table(
  "contracts",
  {
    ...tenantKey(),
    number: text().notNull(),
    clientId: uuid().notNull(),
    proposalId: uuid(),
    title: text().notNull(),
    terms: text().notNull().default(""),
    status: text({ enum: ["draft", "sent", "signed", "void"] })
      .notNull()
      .default("draft"),
    currency: text().notNull(),
    total: money().notNull(),
    startsOn: date(),
    endsOn: date(),
    signedAt: moment(),
    signerName: text(),
    signerEmail: text(),
    signedOnBehalf: boolean().notNull().default(false),
    sentAt: moment(),
    fileKey: text(),
    ...tracked(),
  },
  (t) => [
    primaryKey({ name: "contracts_pkey", columns: [t.firmId, t.id] }),
    foreignKey({
      name: "contracts_client_fkey",
      columns: [t.firmId, t.clientId],
      foreignColumns: [clients.firmId, clients.id],
    }),
    foreignKey({
      name: "contracts_proposal_fkey",
      columns: [t.firmId, t.proposalId],
      foreignColumns: [proposals.firmId, proposals.id],
    }),
    unique("contracts_number_key").on(t.firmId, t.number),
    unique("contracts_proposal_key").on(t.firmId, t.proposalId),
    index("contracts_client_idx").on(t.firmId, t.clientId, t.id),
    index("contracts_title_idx").on(t.firmId, t.title, t.id),
    index("contracts_total_idx").on(t.firmId, t.total, t.id),
    check("contracts_status", sql`${t.status} in ('draft', 'sent', 'signed', 'void')`),
    ...staffOnly(),
    portalReads(sql`${t.clientId} = ${currentClient} and ${t.status} <> 'draft'`),
    portalChanges(
      sql`${t.clientId} = ${currentClient} and ${t.status} = 'sent'`,
      sql`${t.clientId} = ${currentClient} and ${t.status} in ('sent', 'signed')`,
    ),
  ],
)

/** What the firm does for a client, as agreed by a contract; revised by adding to engagement_revisions. */
export const engagements = table(
  "engagements",
  {
    ...tenantKey(),
    clientId: uuid().notNull(),
    contractId: uuid(),
    name: text().notNull(),
    status: text({ enum: ["active", "paused", "ended"] })
      .notNull()
      .default("active"),
    startsOn: date(),
    endsOn: date(),
    ...tracked(),
  },
  (t) => [
    primaryKey({ name: "engagements_pkey", columns: [t.firmId, t.id] }),
    foreignKey({
      name: "engagements_client_fkey",
      columns: [t.firmId, t.clientId],
      foreignColumns: [clients.firmId, clients.id],
    }),
    foreignKey({
      name: "engagements_contract_fkey",
      columns: [t.firmId, t.contractId],
      foreignColumns: [contracts.firmId, contracts.id],
    }),
    unique("engagements_contract_key").on(t.firmId, t.contractId),
    index("engagements_client_idx").on(t.firmId, t.clientId, t.id),
    index("engagements_name_idx").on(t.firmId, t.name, t.id),
    check("engagements_status", sql`${t.status} in ('active', 'paused', 'ended')`),
    ...staffOnly(),
    portalReads(sql`${t.clientId} = ${currentClient}`),
  ],
)

/** What changed in an engagement, when, and by which contract. */
export const engagementRevisions = table(
  "engagement_revisions",
  {
    ...tenantKey(),
    engagementId: uuid().notNull(),
    clientId: uuid().notNull(),
    contractId: uuid(),
    revision: integer().notNull(),
    summary: text().notNull(),
    createdAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ name: "engagement_revisions_pkey", columns: [t.firmId, t.id] }),
    foreignKey({
      name: "engagement_revisions_engagement_fkey",
      columns: [t.firmId, t.engagementId],
      foreignColumns: [engagements.firmId, engagements.id],
    }),
    unique("engagement_revisions_revision_key").on(t.firmId, t.engagementId, t.revision),
    ...staffOnly(),
    portalReads(sql`${t.clientId} = ${currentClient}`),
  ],
)
