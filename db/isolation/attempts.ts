import type postgres from "postgres"
import type { Context } from "./contexts"
import { firmOf, idOf, type Owner } from "./rows"

export type TableShape = { name: string; hasId: boolean; hasFirm: boolean; columns: string[] }
type Tx = postgres.TransactionSql

/** What somebody may try with a table. Each answers what it got hold of that was not theirs; nothing is what is wanted. */
export type Attempt = { name: string; run(tx: Tx, table: TableShape, context: Context): Promise<string[]> }

const firmColumn = ({ name }: TableShape) => (name === "firms" ? "id" : "firm_id")

/** Of rows that came back, those that the context must not have. */
function strangers(rows: readonly Record<string, unknown>[], table: TableShape, { sees }: Context): string[] {
  return rows
    .filter((row) => {
      const firm = row[firmColumn(table)]
      if (sees === "nothing") return true
      if (firm !== firmOf(sees === "firm B" ? "B1" : "A1")) return true
      if (sees.startsWith("firm") || !table.hasId || table.name === "firms") return false
      const owner = sees.slice(-2) as Owner
      return row.id !== undefined && row.id !== idOf(table.name, owner)
    })
    .map((row) => `${row[firmColumn(table)]}/${row.id ?? ""}`)
}

const foreign = (context: Context) => (context.sees === "firm B" ? "A1" : "B1") as Owner
const keys = (table: TableShape) => [...new Set([firmColumn(table), ...(table.hasId ? ["id"] : [])])]

export const attempts: Attempt[] = [
  {
    name: "select its keys",
    run: async (tx, table, context) =>
      strangers(await tx`select ${tx(keys(table))} from ${tx(table.name)}`, table, context),
  },
  {
    name: "select everything",
    run: async (tx, table, context) => strangers(await tx`select * from ${tx(table.name)}`, table, context),
  },
  {
    name: "lock rows",
    run: async (tx, table, context) =>
      strangers(await tx`select ${tx(keys(table))} from ${tx(table.name)} for update`, table, context),
  },
  {
    name: "read it through a cursor",
    async run(tx, table, context) {
      await tx.unsafe(`declare reader cursor for select ${keys(table).join(", ")} from ${table.name}`)
      return strangers(await tx.unsafe("fetch all from reader"), table, context)
    },
  },
  {
    name: "insert into another firm",
    async run(tx, table, context) {
      const owner = foreign(context)
      const values =
        table.name === "firms"
          ? { id: firmOf(owner), name: "x", subdomain: "x", created_at: new Date(), updated_at: new Date() }
          : minimal(table, owner)
      const { count } = await tx`insert into ${tx(table.name)} ${tx(values)}`
      return count > 0 ? ["a row in another firm"] : []
    },
  },
  {
    name: "upsert another's row",
    async run(tx, table, context) {
      const owner = foreign(context)
      const { count } = await tx`insert into ${tx(table.name)} ${tx(minimal(table, owner, idOf(table.name, owner)))}
        on conflict do nothing`
      return count > 0 ? ["a row in another firm"] : []
    },
  },
  {
    name: "change others' rows",
    async run(tx, table, context) {
      const mine = context.sees === "nothing" ? null : firmOf(context.sees === "firm B" ? "B1" : "A1")
      const column = firmColumn(table)
      const { count } = await tx.unsafe(
        `update ${table.name} set ${column} = ${column} where $1::uuid is null or ${column} <> $1::uuid`,
        [mine],
      )
      return count > 0 ? [`${count} rows of others`] : []
    },
  },
  {
    name: "move its own rows to another firm",
    async run(tx, table, context) {
      if (table.name === "firms") return []
      const { count } = await tx.unsafe(`update ${table.name} set firm_id = $1`, [firmOf(foreign(context))])
      return count > 0 ? [`${count} rows moved`] : []
    },
  },
  {
    name: "delete others' rows",
    async run(tx, table, context) {
      const mine = context.sees === "nothing" ? null : firmOf(context.sees === "firm B" ? "B1" : "A1")
      const { count } = await tx.unsafe(
        `delete from ${table.name} where $1::uuid is null or ${firmColumn(table)} <> $1::uuid`,
        [mine],
      )
      return count > 0 ? [`${count} rows of others`] : []
    },
  },
  {
    name: "truncate it",
    async run(tx, table) {
      await tx`truncate ${tx(table.name)} cascade`
      return ["the table"]
    },
  },
]

function minimal(table: TableShape, owner: Owner, id: string = crypto.randomUUID()): Record<string, string> {
  return { ...(table.hasFirm && { firm_id: firmOf(owner) }), ...(table.hasId && { id }) }
}

/** PostgreSQL's way of saying no; an insert that lacks columns was let through by the policy and is a finding. */
export const refusals = new Set(["42501", "28000", "42704", "22P02"])

class Undo extends Error {}

/** Tries one thing in a transaction that is always taken back. */
export async function attempt(sql: postgres.Sql, context: Context, one: Attempt, table: TableShape): Promise<string[]> {
  let got: string[] = []
  try {
    await sql.begin(async (tx) => {
      await tx`set local lock_timeout = '2s'`
      if (context.secret) await tx`select * from auth.enter(${context.secret})`
      got = await one.run(tx, table, context)
      throw new Undo()
    })
  } catch (error) {
    if (error instanceof Undo) return got
    const { code, message } = error as postgres.PostgresError
    if (refusals.has(code)) return []
    return [`${code}: ${message}`]
  }
  return got
}
