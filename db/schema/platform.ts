import { bigint, pgSchema, text, uuid } from "drizzle-orm/pg-core"
import { moment } from "./columns"

const count = (name: string) => bigint(name, { mode: "number" })

/** What operators see of firms (db/sql/platform.sql): a view, so it is not among the tables that migrations make. */
export const platformFirms = pgSchema("platform")
  .view("firms", {
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    subdomain: text("subdomain").notNull(),
    portalDomain: text("portal_domain"),
    currency: text("currency").notNull(),
    createdAt: moment("created_at").notNull(),
    suspendedAt: moment("suspended_at"),
    members: count("members").notNull(),
    clients: count("clients").notNull(),
    projects: count("projects").notNull(),
    invoices: count("invoices").notNull(),
    lastActiveAt: moment("last_active_at"),
  })
  .existing()
