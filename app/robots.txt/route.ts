import { siteUrl } from "@/lib/platform/env"
import { parseHost } from "@/lib/platform/site"

const ours = ["/api/", "/platform", "/sign-in", "/forgot", "/reset/", "/welcome/", "/sign-up/sent", "/demo/thanks"]

// The host is known when it is asked, not when it is built.
export const dynamic = "force-dynamic"

/** The public site may be found; what belongs to firms and their clients is nobody else's. */
export function GET(request: Request) {
  const open = parseHost(request.headers.get("host"))?.kind === "root"
  const rules = open
    ? [...ours.map((path) => `Disallow: ${path}`), "Allow: /", "", `Sitemap: ${siteUrl("root", null, "/sitemap.xml")}`]
    : ["Disallow: /"]
  return new Response(`${["User-agent: *", ...rules].join("\n")}\n`, { headers: { "content-type": "text/plain" } })
}
