import { siteUrl } from "@/lib/platform/env"

const pages = ["/", "/pricing", "/security", "/privacy", "/demo", "/sign-up"]

// The host is known when it is asked, not when it is built.
export const dynamic = "force-dynamic"

export function GET() {
  const urls = pages.map((path) => `  <url><loc>${siteUrl("root", null, path)}</loc></url>`)
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join("\n")}
</urlset>
`
  return new Response(body, { headers: { "content-type": "application/xml; charset=utf-8" } })
}
