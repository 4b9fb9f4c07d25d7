// To be imported first: what a file does from here on happens on a PostgreSQL of its own, as durable as in production.
import { mkdirSync } from "node:fs"
import { join } from "node:path"
import { migrateDatabase } from "@/db/migrate"
import { embeddedPostgres, removeEmbeddedPostgres } from "../../bin/parts/postgres.mjs"
import { root } from "../../bin/parts/runtime.mjs"

// Beside those of test/database.ts, which removes what a killed run left.
const folder = join(root, ".data/unit", String(process.pid))
mkdirSync(folder, { recursive: true })

export const server = embeddedPostgres({ folder, durable: true })
await server.start()
process.env.DATABASE_URL = server.url
process.env.MIGRATION_DATABASE_URL = server.superuserUrl
await migrateDatabase(server.superuserUrl, process.env.DB_PASSWORD_SECRET!)

export async function stopServer() {
  await server.stop()
  removeEmbeddedPostgres(folder)
}
