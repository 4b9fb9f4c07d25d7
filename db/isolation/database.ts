import postgres from "postgres"
import { checkEnvironment } from "@/lib/platform/env"
import { migrateDatabase } from "../migrate"
import type { TableShape } from "./attempts"

/** A migrated database of its own beside the tests' one; the pools of this process go there from now on. */
export async function openDatabase(name: string) {
  const main = postgres(process.env.MIGRATION_DATABASE_URL!, { max: 1, onnotice: () => {} })
  await main.unsafe(`create database ${name}`)
  const at = (address: string) => {
    const url = new URL(address)
    url.pathname = `/${name}`
    return url.href
  }
  const ownerUrl = at(process.env.MIGRATION_DATABASE_URL!)
  process.env.DATABASE_URL = at(process.env.DATABASE_URL!)
  checkEnvironment()
  await migrateDatabase(ownerUrl, process.env.DB_PASSWORD_SECRET!)
  const owner = postgres(ownerUrl, { max: 2, onnotice: () => {} })
  return {
    owner,
    async close() {
      await owner.end()
      await main.unsafe(`drop database ${name} with (force)`)
      await main.end()
    },
  }
}

/** The tables as the catalogue has them, not as the code believes. */
export async function inspectTables(sql: postgres.Sql): Promise<TableShape[]> {
  const rows = await sql<{ name: string; columns: string[] }[]>`
    select c.table_name as name, array_agg(c.column_name::text) as columns from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' group by 1 order by 1`
  return rows.map(({ name, columns }) => ({
    name,
    columns,
    hasId: columns.includes("id"),
    hasFirm: columns.includes("firm_id"),
  }))
}
