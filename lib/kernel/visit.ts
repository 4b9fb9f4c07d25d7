import "server-only"
import { headers } from "next/headers"
import { cache } from "react"
import { currentSite, siteOf } from "@/lib/platform/current-site"
import { visitorAddress } from "@/lib/platform/visitor"
import type { Visit } from "./operation"

/** Where a page or a form was asked for. */
export const currentVisit = cache(async (): Promise<Visit> => {
  const [site, given] = await Promise.all([currentSite("root", "auth", "firm", "portal"), headers()])
  return {
    site,
    ip: visitorAddress(given),
    userAgent: given.get("user-agent")?.slice(0, 300) ?? "",
    requestId: given.get("x-request-id") ?? crypto.randomUUID(),
  }
})

/** As currentVisit, for a route handler; null where no site of ours lives. */
export async function visitOf(request: Request): Promise<Visit | null> {
  const site = await siteOf(request.headers)
  return (
    site && {
      site,
      ip: visitorAddress(request.headers),
      userAgent: request.headers.get("user-agent")?.slice(0, 300) ?? "",
      requestId: request.headers.get("x-request-id") ?? crypto.randomUUID(),
    }
  )
}
