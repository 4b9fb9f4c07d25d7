// To be imported first: what a file does from here on happens in a database that no other file uses.
import postgres from "postgres"
import { migrateDatabase } from "@/db/migrate"

const shared = process.env.MIGRATION_DATABASE_URL!
const name = `reliability_${process.pid}`
const sql = postgres(shared, { max: 1, onnotice: () => {} })
try {
  // Roles belong to the whole server: two migrations at once would meet at them.
  await sql`select pg_advisory_lock(hashtextextended('reliability:databases', 0))`
  await sql.unsafe(`create database ${name}`)
  for (const variable of ["DATABASE_URL", "MIGRATION_DATABASE_URL"]) {
    const url = new URL(process.env[variable]!)
    url.pathname = `/${name}`
    process.env[variable] = url.href
  }
  await migrateDatabase(process.env.MIGRATION_DATABASE_URL!, process.env.DB_PASSWORD_SECRET!)
} finally {
  await sql.end()
}
