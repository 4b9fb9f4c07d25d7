import { databaseState } from "@/lib/platform/health-database"
import { isStopping } from "@/lib/platform/stopping"

export const dynamic = "force-dynamic"

/**
 * Whether a proxy should send people here: not while this process stops or cannot reach the database. What only some
 * pages need is left to /health/detailed: no other process would serve them better.
 */
export async function GET() {
  const status = isStopping() ? "stopping" : (await databaseState()) === "ok" ? "ready" : "not ready"
  return Response.json({ status }, { status: status === "ready" ? 200 : 503 })
}
