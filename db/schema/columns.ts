import { randomInt } from "node:crypto"
import { type SQL, sql } from "drizzle-orm"
import { customType, integer, numeric, pgPolicy, pgRole, snakeCase, uuid } from "drizzle-orm/pg-core"
import { v7 } from "uuid"
import { now } from "@/lib/platform/clock"
import { processWide } from "@/lib/platform/process-wide"

/** Tables are declared with camelCase keys and snake_case columns. */
export const { table } = snakeCase

export const appFirm = pgRole("app_firm").existing()
export const appPortal = pgRole("app_portal").existing()
export const appWorker = pgRole("app_worker").existing()
export const appAuth = pgRole("app_auth").existing()
export const appMeta = pgRole("app_meta").existing()

/** A moment: RFC 3339 text in code, timestamptz to the millisecond in the database. */
export const moment = customType<{ data: string; driverData: string }>({
  dataType: () => "timestamp (3) with time zone",
  fromDriver: (value) => new Date(value).toISOString(),
})

/** Money and hours: decimal text, never a float. No fixed scale: "500.00" comes back as it was written. */
export const money = () => numeric()
export const hours = () => numeric()
export const rate = () => numeric()

const latest = processWide("ids", () => ({ msecs: -1, seq: 0 }))

/** A UUID v7 of the clock's time; those of one millisecond follow one another in the order in which they were made. */
export function newId(): string {
  const msecs = now().getTime()
  latest.seq = msecs === latest.msecs ? latest.seq + 1 : randomInt(2 ** 31)
  latest.msecs = msecs
  return v7({ msecs, seq: latest.seq })
}

/** The firm comes from the session, so no insert names it; the key carries it, so no foreign key can cross firms. */
export const tenantKey = () => ({
  firmId: uuid().notNull().default(sql`app.firm()`),
  id: uuid().notNull().$defaultFn(newId),
})

export const createdAt = () =>
  moment()
    .notNull()
    .$defaultFn(() => now().toISOString())

/** Rows that change: the version guards against lost updates and is raised by a trigger. */
export const tracked = () => ({
  createdAt: createdAt(),
  updatedAt: moment()
    .notNull()
    .$defaultFn(() => now().toISOString())
    .$onUpdateFn(() => now().toISOString()),
  version: integer().notNull().default(1),
})

const ownFirm = sql`firm_id = (select current_setting('app.firm_id')::uuid)`

export const currentClient = sql`(select current_setting('app.client_id')::uuid)`
export const currentSubject = sql`(select current_setting('app.subject_id')::uuid)`
export const currentUser = sql`(select current_setting('app.user_id')::uuid)`

/** The firm's own people and its jobs read and write; nobody else does. */
export const staffOnly = () => [
  pgPolicy("staff", { to: [appFirm, appWorker], using: ownFirm, withCheck: ownFirm }),
  pgPolicy("metadata", { for: "select", to: appMeta, using: sql`true` }),
]

/** Append-only for the firm too: rows are read and added, never changed. */
export const staffAppends = () => [
  pgPolicy("staff_reads", { for: "select", to: [appFirm, appWorker], using: ownFirm }),
  pgPolicy("staff_adds", { for: "insert", to: [appFirm, appWorker], withCheck: ownFirm }),
  pgPolicy("metadata", { for: "select", to: appMeta, using: sql`true` }),
]

/** What a client (or the holder of a link) may read; which columns is granted in db/sql/grants.sql. */
export const portalReads = (condition: SQL) =>
  pgPolicy("portal_reads", { for: "select", to: appPortal, using: sql`${ownFirm} and (${condition})` })

export const portalAdds = (condition: SQL) =>
  pgPolicy("portal_adds", { for: "insert", to: appPortal, withCheck: sql`${ownFirm} and (${condition})` })

export const portalChanges = (condition: SQL, result: SQL) =>
  pgPolicy("portal_changes", {
    for: "update",
    to: appPortal,
    using: sql`${ownFirm} and (${condition})`,
    withCheck: sql`${ownFirm} and (${result})`,
  })

const currentPerson = sql`(select current_setting('app.actor')::uuid)`

/** One person's rows: the firm's jobs write them, and not even a colleague reads them. */
export const personsOwn = (of: { member: SQL; portalUser: SQL; client: SQL }) => {
  const member = sql`${ownFirm} and ${of.member} = ${currentPerson}`
  const portalUser = sql`${ownFirm} and ${of.client} = ${currentClient} and ${of.portalUser} = ${currentPerson}`
  return [
    pgPolicy("jobs", { to: appWorker, using: ownFirm, withCheck: ownFirm }),
    pgPolicy("member", { to: appFirm, using: member, withCheck: member }),
    pgPolicy("portal_user", { to: appPortal, using: portalUser, withCheck: portalUser }),
    pgPolicy("metadata", { for: "select", to: appMeta, using: sql`true` }),
  ]
}

/** The few tables that sign-in and host look-up must read before there is a firm. */
export const gateReads = () => pgPolicy("gate", { to: appAuth, using: sql`true`, withCheck: sql`true` })
