import { getTableColumns, is } from "drizzle-orm"
import { getTableConfig, PgTable } from "drizzle-orm/pg-core"
import type postgres from "postgres"
import { v5 } from "uuid"
import * as schema from "../schema"

const namespace = "2b8a1f5e-7b1d-4c55-8a53-5f6f2f0c6f11"
/** Whose rows there are: two clients of firm A, one of firm B. */
export const owners = ["A1", "A2", "B1"] as const
export type Owner = (typeof owners)[number]

export const idOf = (table: string, owner: Owner) =>
  table === "firms" ? firmOf(owner) : v5(`${table} ${owner}`, namespace)
export const firmOf = (owner: Owner) => v5(`firm ${owner[0]}`, namespace)
export const userOf = (who: string) => v5(`user ${who}`, namespace)

export const tables = Object.values(schema).filter((value) => is(value, PgTable)) as PgTable[]

// What a row needs beyond its types, so that every rule of the schema and every portal policy is met.
const fitting: Record<string, (owner: Owner) => Record<string, unknown>> = {
  firms: (owner) => ({
    id: firmOf(owner),
    subdomain: `firm-${owner[0]!.toLowerCase()}`,
    currency: "USD",
    stripeAccountId: null,
    portalDomain: null,
    suspendedAt: null,
  }),
  members: (owner) => ({
    userId: userOf(`staff ${owner}`),
    role: "owner",
    status: "active",
    email: `staff-${owner}@x.test`,
  }),
  portal_users: (owner) => ({ userId: userOf(`client ${owner}`), status: "active", email: `client-${owner}@x.test` }),
  proposals: () => ({ status: "sent" }),
  acceptances: () => ({ onBehalf: true }),
  contracts: () => ({ status: "signed" }),
  invoices: (owner) => ({ status: "sent", number: `INV-${owner}`, total: "5", subtotal: "5", amountPaid: "0" }),
  tasks: () => ({ clientVisible: true }),
  payments: () => ({ amount: "1", appliedAmount: "1" }),
  payment_attempts: () => ({ status: "open" }),
  ledger_entries: () => ({ debit: "1", accountCode: "1000" }),
  accounts: (owner) => ({ code: owner === "A2" ? "2000" : "1000" }),
  time_entries: () => ({ hours: "1" }),
  // One of each kind of person: two members, and the portal user of A2.
  notifications: (owner) => (owner === "A2" ? { memberId: null } : { portalUserId: null, clientId: null }),
}

/** One row in every table for each owner, made from the schema, so that a new table is in the matrix without being asked. */
export async function plantRows(sql: postgres.Sql) {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    for (const table of tables) {
      const { name } = getTableConfig(table)
      for (const owner of owners) {
        if (name === "firms" && owner === "A2") continue
        await tx`insert into ${tx(name)} ${tx(rowOf(table, owner) as Record<string, string>)}`
      }
    }
  })
}

function rowOf(table: PgTable, owner: Owner): Record<string, unknown> {
  const { name, foreignKeys } = getTableConfig(table)
  const references = new Map<string, string>()
  for (const key of foreignKeys) {
    const { columns, foreignTable } = key.reference()
    for (const column of columns)
      if (column.name !== "firm_id" && column.name.endsWith("_id"))
        references.set(column.name, getTableConfig(foreignTable).name)
  }
  const row: Record<string, unknown> = {}
  const given = fitting[name]?.(owner) ?? {}
  for (const [property, column] of Object.entries(getTableColumns(table))) {
    if (column.generated) continue
    if (property in given) row[column.name] = given[property]
    else if (column.name === "firm_id") row[column.name] = firmOf(owner)
    else if (column.name === "id") row[column.name] = idOf(name, owner)
    else if (column.name === "client_id") row[column.name] = idOf("clients", owner)
    else if (references.has(column.name)) row[column.name] = idOf(references.get(column.name)!, owner)
    else if (column.notNull && column.default === undefined) row[column.name] = fillerFor(column, owner)
    else if (column.primary || (column.notNull && /^(created_at|updated_at)$/.test(column.name)))
      row[column.name] = fillerFor(column, owner)
  }
  return row
}

function fillerFor(column: { getSQLType(): string; enumValues?: string[]; name: string }, owner: Owner): unknown {
  const type = column.getSQLType()
  if (column.name === "currency") return "USD"
  if (column.enumValues?.[0]) return column.enumValues[0]
  if (type === "uuid") return v5(`${column.name} ${owner}`, namespace)
  if (type.startsWith("timestamp")) return new Date()
  if (type === "date") return "2026-01-01"
  if (type === "boolean") return false
  if (/^(integer|bigint)$/.test(type)) return owner === "A2" ? 2 : 1
  if (type === "numeric") return "1"
  return `${column.name} ${owner}`
}
