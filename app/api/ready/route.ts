import { mailState, storageState, stripeState } from "@/lib/platform/health"
import { databaseState, workerState } from "@/lib/platform/health-database"

export const dynamic = "force-dynamic"

/** Whether everything this process needs is up; load balancers and the launcher ask. */
export async function GET() {
  const states = await Promise.all([databaseState(), workerState(), storageState(), mailState(), stripeState()])
  const ready = !states.includes("unreachable")
  return Response.json({ status: ready ? "ready" : "not ready" }, { status: ready ? 200 : 503 })
}
