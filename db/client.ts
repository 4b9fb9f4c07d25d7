import { createHmac } from "node:crypto"
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js"
import postgres from "postgres"
import { doubtDatabase } from "@/lib/platform/database-doubt"
import { env } from "@/lib/platform/env"
import { processWide } from "@/lib/platform/process-wide"
import { guard, guardReads } from "./guard"

/** Login roles of the application and how many connections each may hold in a process. */
const pools = { app_firm: 8, app_portal: 4, app_platform: 2, app_gate: 3, app_worker: 4, app_queue: 4 } as const
export type Login = keyof typeof pools

/** The address of the database for one of the application's login roles. */
export function databaseUrl(login: Login): string {
  const url = new URL(env.DATABASE_URL)
  url.username = login
  url.password = createHmac("sha256", env.DB_PASSWORD_SECRET).update(login).digest("hex")
  return url.href
}

export const database = (login: Login): PostgresJsDatabase =>
  processWide(`database.${login}`, () => drizzle({ client: guard(driver(login)) }))

/** The same connections, for transactions that only read. */
export const readingDatabase = (login: Login): PostgresJsDatabase =>
  processWide(`database.${login}.reading`, () => drizzle({ client: guardReads(driver(login)) }))

/** The driver of a role, for LISTEN and for closing. */
export const driver = (login: Login): postgres.Sql =>
  processWide(`driver.${login}`, () =>
    postgres(databaseUrl(login), {
      max: pools[login],
      idle_timeout: 60,
      max_lifetime: 30 * 60,
      connect_timeout: 5,
      // The driver's own waits grow threefold with each refusal, counted over the whole pool: twenty seconds after two away.
      backoff: () => 0.1 + Math.random() * 0.2,
      onnotice: () => {},
      onclose: doubtDatabase,
      connection: { application_name: `consultantpro ${login}` },
    }),
  )

/** Ends every pool this process has opened. */
export async function closeDatabase() {
  const registry = globalThis as unknown as Record<symbol, postgres.Sql | undefined>
  await Promise.all(
    (Object.keys(pools) as Login[]).map((login) => registry[Symbol.for(`app.driver.${login}`)]?.end({ timeout: 5 })),
  )
}
