import { databaseState } from "@/lib/platform/health-database"

export const dynamic = "force-dynamic"

export async function GET() {
  const status = await databaseState()
  return Response.json({ status }, { status: status === "ok" ? 200 : 503 })
}
