import { cacheState, mailState, storageState, stripeState } from "@/lib/platform/health"
import { databaseState, workerState } from "@/lib/platform/health-database"

export const dynamic = "force-dynamic"

/** States only: no address, version or count that a stranger could use. */
export async function GET() {
  const [database, jobs, cache, storage, mail, payments] = await Promise.all([
    databaseState(),
    workerState(),
    cacheState(),
    storageState(),
    mailState(),
    stripeState(),
  ])
  const parts = { database, jobs, cache, storage, mail, payments }
  const down = Object.values(parts).includes("unreachable")
  return Response.json({ status: down ? "degraded" : "ok", parts }, { status: database === "ok" ? 200 : 503 })
}
