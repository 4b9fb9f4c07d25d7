import "server-only"
import { headers } from "next/headers"
import { cache } from "react"
import { currentSite } from "@/lib/platform/current-site"
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
