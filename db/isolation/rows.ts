import { getTableColumns, is } from "drizzle-orm"
import { getTableConfig, PgTable } from "drizzle-orm/pg-core"
import type postgres from "postgres"
import { v5 } from "uuid"
import * as schema from "../schema"

const namespace = "2b8a1f5e-7b1d-4c55-8a53-5f6f2f0c6f11"
/** Whose rows there are: two clients of firm A, one of firm B. */
export const owners = ["A1", "A2", "B1"] as const
export type Owner = (typeof owners)[number]

export const idOf = (table: string, owner: string, within = namespace) =>
  table === "firms" ? firmOf(owner, within) : v5(`${table} ${owner}`, within)
export const firmOf = (owner: string, within = namespace) => v5(`firm ${owner[0]}`, within)
export const userOf = (who: string, within = namespace) => v5(`user ${who}`, within)

/** Whose rows are planted (a letter for the firm, a number for its client), what their ids come from, and what texts say. */
export type World = {
  owners: readonly string[]
  namespace: string
  subdomainOf(owner: string): string
  /** The text of a column; undefined leaves it as it would be, where it may be. */
  text?(table: string, column: string, owner: string): string | undefined
}
const matrix: World = { owners, namespace, subdomainOf: (owner) => `firm-${owner[0]!.toLowerCase()}` }

export const tables = Object.values(schema).filter((value) => is(value, PgTable)) as PgTable[]

// What a row needs beyond its types, so that every rule of the schema and every portal policy is met.
const fitting: Record<string, (owner: string, world: World) => Record<string, unknown>> = {
  firms: (owner, world) => ({
    id: firmOf(owner, world.namespace),
    subdomain: world.subdomainOf(owner),
    currency: "USD",
    stripeAccountId: null,
    portalDomain: null,
    suspendedAt: null,
  }),
  members: (owner, { namespace }) => ({
    userId: userOf(`staff ${owner}`, namespace),
    role: "owner",
    status: "active",
    email: `staff-${owner}@x.test`,
  }),
  portal_users: (owner, { namespace }) => ({
    userId: userOf(`client ${owner}`, namespace),
    status: "active",
    email: `client-${owner}@x.test`,
  }),
  proposals: () => ({ status: "sent" }),
  acceptances: () => ({ onBehalf: true }),
  contracts: () => ({ status: "signed" }),
  invoices: (owner) => ({ status: "sent", number: `INV-${owner}`, total: "5", subtotal: "5", amountPaid: "0" }),
  tasks: () => ({ clientVisible: true }),
  payments: () => ({ amount: "1", appliedAmount: "1" }),
  payment_attempts: () => ({ status: "open" }),
  ledger_entries: () => ({ debit: "1", accountCode: "1000" }),
  accounts: (owner) => ({ code: `${owner[1]}000` }),
  time_entries: () => ({ hours: "1" }),
  // Some are for a member, some for a client's person: of the matrix, that of A2.
  notifications: (owner) => (Number(owner[1]) % 2 === 0 ? { memberId: null } : { portalUserId: null, clientId: null }),
}

/** One row in every table for each owner, made from the schema, so that a new table is in the matrix without being asked. */
export async function plantRows(sql: postgres.Sql, world = matrix) {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    for (const table of tables) {
      const { name } = getTableConfig(table)
      for (const owner of world.owners) {
        if (name === "firms" && !owner.endsWith("1")) continue
        await tx`insert into ${tx(name)} ${tx(rowOf(table, owner, world) as Record<string, string>)}`
      }
    }
  })
}

function rowOf(table: PgTable, owner: string, world: World): Record<string, unknown> {
  const { name, foreignKeys } = getTableConfig(table)
  const references = new Map<string, string>()
  for (const key of foreignKeys) {
    const { columns, foreignTable } = key.reference()
    for (const column of columns)
      if (column.name !== "firm_id" && column.name.endsWith("_id"))
        references.set(column.name, getTableConfig(foreignTable).name)
  }
  const id = (of: string) => idOf(of, owner, world.namespace)
  const row: Record<string, unknown> = {}
  const given = fitting[name]?.(owner, world) ?? {}
  for (const [property, column] of Object.entries(getTableColumns(table))) {
    if (column.generated) continue
    const free = column.getSQLType() === "text" && !column.enumValues?.length && column.name !== "currency"
    const text = free ? world.text?.(name, column.name, owner) : undefined
    if (text !== undefined) row[column.name] = text
    else if (property in given) row[column.name] = given[property]
    else if (column.name === "firm_id") row[column.name] = firmOf(owner, world.namespace)
    else if (column.name === "id") row[column.name] = id(name)
    else if (column.name === "client_id") row[column.name] = id("clients")
    else if (references.has(column.name)) row[column.name] = id(references.get(column.name)!)
    else if (column.notNull && column.default === undefined) row[column.name] = fillerFor(column, owner, world)
    else if (column.primary || (column.notNull && /^(created_at|updated_at)$/.test(column.name)))
      row[column.name] = fillerFor(column, owner, world)
  }
  return row
}

type Filled = { getSQLType(): string; enumValues?: string[]; name: string }

function fillerFor(column: Filled, owner: string, { namespace }: World): unknown {
  const type = column.getSQLType()
  if (column.name === "currency") return "USD"
  if (column.enumValues?.[0]) return column.enumValues[0]
  if (type === "uuid") return v5(`${column.name} ${owner}`, namespace)
  if (type.startsWith("timestamp")) return new Date()
  if (type === "date") return "2026-01-01"
  if (type === "boolean") return false
  if (/^(integer|bigint)$/.test(type)) return Number(owner[1])
  if (type === "numeric") return "1"
  return `${column.name} ${owner}`
}
