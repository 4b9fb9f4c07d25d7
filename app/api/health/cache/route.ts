import { cacheState } from "@/lib/platform/health"

export const dynamic = "force-dynamic"

export async function GET() {
  const status = await cacheState()
  return Response.json({ status }, { status: status === "unreachable" ? 503 : 200 })
}
