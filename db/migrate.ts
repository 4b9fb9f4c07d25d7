import { createHmac } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { drizzle } from "drizzle-orm/postgres-js"
import { migrate } from "drizzle-orm/postgres-js/migrator"
import { makeWorkerUtils } from "graphile-worker"
import postgres from "postgres"

const logins = ["app_firm", "app_portal", "app_platform", "app_gate", "app_worker", "app_queue"] as const
const definitions = [
  "enter",
  "identities",
  "gate",
  "sign-up",
  "jobs",
  "integrity",
  "audit",
  "platform",
  "search",
  "planner",
  "demo",
  "grants",
]
const folder = join(import.meta.dirname, "sql")

/** The password of a login role, derived from one secret. */
export const rolePassword = (secret: string, role: string) => createHmac("sha256", secret).update(role).digest("hex")

/** Brings a database to the present schema: roles, tables, functions, grants. Safe to run again, and by two at once. */
export async function migrateDatabase(ownerUrl: string, passwordSecret: string) {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await sql`select pg_advisory_lock(hashtextextended('consultantpro:migrate', 0))`
    await sql.unsafe(readFileSync(join(folder, "before.sql"), "utf8"))
    for (const role of logins) {
      await sql.unsafe(`alter role ${role} password '${rolePassword(passwordSecret, role)}'`)
    }
    await sql`set role app_owner`
    await migrate(drizzle({ client: sql }), {
      migrationsFolder: join(import.meta.dirname, "migrations"),
      migrationsSchema: "app",
    })
    await sql`reset role`
    await migrateQueue(ownerUrl, passwordSecret)
    await sql.begin(async (tx) => {
      for (const name of definitions) await tx.unsafe(readFileSync(join(folder, `${name}.sql`), "utf8"))
    })
  } finally {
    await sql.end()
  }
}

/** graphile-worker's own tables, owned by the role that works the queue. */
async function migrateQueue(ownerUrl: string, passwordSecret: string) {
  const url = new URL(ownerUrl)
  url.username = "app_queue"
  url.password = rolePassword(passwordSecret, "app_queue")
  const utils = await makeWorkerUtils({ connectionString: url.href })
  await utils.migrate().finally(() => utils.release())
}

if (process.argv[1] === import.meta.filename) {
  const { MIGRATION_DATABASE_URL, DB_PASSWORD_SECRET } = process.env
  if (!MIGRATION_DATABASE_URL || !DB_PASSWORD_SECRET) {
    console.error("MIGRATION_DATABASE_URL and DB_PASSWORD_SECRET must be set")
    process.exit(1)
  }
  await migrateDatabase(MIGRATION_DATABASE_URL, DB_PASSWORD_SECRET)
}
