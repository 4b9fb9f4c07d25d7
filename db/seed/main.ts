import postgres from "postgres"
import { closeDatabase } from "@/db/client"
import { now } from "@/lib/platform/clock"
import { seedDemoRequests } from "./demo-requests"
import { acme, birch } from "./firms"
import { seedFirm, seedOperators } from "./people"
import { furnish } from "./story"
import { openWorld } from "./world"

const { MIGRATION_DATABASE_URL, NODE_ENV, DEMO } = process.env
if (NODE_ENV === "production" && DEMO !== "1") {
  console.error("The demo data has a published password: it is not for production. Set DEMO=1 if this is a demo.")
  process.exit(1)
}
if (!MIGRATION_DATABASE_URL) {
  console.error("MIGRATION_DATABASE_URL must be set")
  process.exit(1)
}

const sql = postgres(MIGRATION_DATABASE_URL, { max: 2, onnotice: () => {} })
try {
  const [row] = await sql<{ done: boolean }[]>`select exists (select 1 from app.seeded) as done`
  if (row!.done) console.log("The demo data is there already.")
  else await seed()
} finally {
  await sql.end()
  await closeDatabase()
}

/** One firm six months in, and a second one to see that nothing leaks. */
async function seed() {
  // A seed that was cut off starts again from nothing.
  await sql`select app.clear_for_seed()`
  const today = now()
  const since = new Date(today.getTime() - 190 * 24 * 60 * 60 * 1000)
  await seedOperators(sql, since)
  await seedDemoRequests(sql, today)
  for (const firm of [acme, birch]) {
    console.log(`Making ${firm.name}`)
    const world = await openWorld(sql, await seedFirm(sql, firm, since), today)
    await furnish(world, firm === acme)
  }
  // What the past would have sent is not sent today.
  await sql`select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker._private_jobs`
  await sql`insert into app.seeded (at) values (now())`
}
