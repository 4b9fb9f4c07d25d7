import { sql } from "drizzle-orm"
import { boolean, check, foreignKey, integer, pgPolicy, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core"
import {
  appFirm,
  appMeta,
  appPortal,
  appWorker,
  gateReads,
  moment,
  newId,
  rate,
  staffOnly,
  table,
  tenantKey,
  tracked,
} from "./columns"

const ownFirm = sql`id = (select current_setting('app.firm_id')::uuid)`

export const firms = table(
  "firms",
  {
    id: uuid().primaryKey().$defaultFn(newId),
    name: text().notNull(),
    subdomain: text().notNull().unique("firms_subdomain_key"),
    portalDomain: text().unique("firms_portal_domain_key"),
    currency: text().notNull().default("USD"),
    locale: text().notNull().default("en"),
    timeZone: text().notNull().default("UTC"),
    accent: text().notNull().default("#3b5bdb"),
    logoKey: text(),
    address: text().notNull().default(""),
    taxId: text().notNull().default(""),
    stripeAccountId: text().unique("firms_stripe_account_key"),
    stripeReady: boolean().notNull().default(false),
    approvesTime: boolean().notNull().default(false),
    hourlyRate: rate(),
    paymentTermsDays: integer().notNull().default(14),
    firstStepsHidden: boolean().notNull().default(false),
    suspendedAt: moment(),
    ...tracked(),
  },
  (t) => [
    check("firms_subdomain_form", sql`${t.subdomain} ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'`),
    check("firms_currency_form", sql`${t.currency} ~ '^[A-Z]{3}$'`),
    pgPolicy("staff", { to: [appFirm, appWorker], using: ownFirm, withCheck: ownFirm }),
    pgPolicy("portal_reads", { for: "select", to: appPortal, using: ownFirm }),
    pgPolicy("metadata", { for: "select", to: appMeta, using: sql`true` }),
    gateReads(),
  ],
)

/** A person's place in a firm. The person (e-mail, password) lives in auth.users. */
export const members = table(
  "members",
  {
    ...tenantKey(),
    userId: uuid(),
    email: text().notNull(),
    name: text().notNull(),
    role: text({ enum: ["owner", "admin", "manager", "staff", "readonly"] }).notNull(),
    grants: text().array().notNull().default([]),
    status: text({ enum: ["invited", "active", "deactivated"] })
      .notNull()
      .default("invited"),
    timeZone: text(),
    locale: text(),
    hourlyRate: rate(),
    joinedAt: moment(),
    ...tracked(),
  },
  (t) => [
    primaryKey({ name: "members_pkey", columns: [t.firmId, t.id] }),
    foreignKey({ name: "members_firm_fkey", columns: [t.firmId], foreignColumns: [firms.id] }),
    unique("members_email_key").on(t.firmId, t.email),
    unique("members_user_key").on(t.firmId, t.userId),
    check("members_role", sql`${t.role} in ('owner', 'admin', 'manager', 'staff', 'readonly')`),
    check("members_status", sql`${t.status} in ('invited', 'active', 'deactivated')`),
    ...staffOnly(),
    gateReads(),
  ],
)
