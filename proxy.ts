import { createHmac, randomBytes } from "node:crypto"
import { type NextRequest, NextResponse } from "next/server"
import { awayPage } from "@/lib/platform/away-page"
import { contentPolicy } from "@/lib/platform/content-policy"
import { siteOf } from "@/lib/platform/current-site"
import { databaseAnswers } from "@/lib/platform/health-database"
import { parseHost } from "@/lib/platform/site"

const surfaces = { root: "/m", auth: "/a", firm: "/w", portal: "/p", custom: "/p" } as const
const pass = createHmac("sha256", process.env.AUTH_SECRET ?? randomBytes(32))
  .update("proxy-pass")
  .digest("hex")

/**
 * Sends each host to its own pages and sets the content policy; it lets nobody in. Who may see what is decided
 * behind it, by the session that belongs to the host's firm.
 */
export async function proxy(request: NextRequest) {
  const given = request.headers
  const path = request.nextUrl.pathname
  const api = path.startsWith("/api/")
  const internal = given.get("x-proxy-pass") === pass // Next fetching a page for itself after an action's redirect
  const host = internal ? given.get("x-site-host") : given.get("host")
  if (internal && /^\/[ampw](\/|$)/.test(path)) return new NextResponse("Rewrite loop", { status: 508 })
  const site = parseHost(host)
  const no = (status: number, code: string, message: string) =>
    api
      ? NextResponse.json({ error: { code, message, details: {} } }, { status })
      : new NextResponse(`${message}\n`, { status })
  if (!site || !host) return no(421, "not_found", "No site lives at this address.")
  // What Next would fail at: an address that is no text, and a form without its parts.
  if (!isText(path)) return no(400, "bad_request", "The address can't be read.")
  if (/^multipart\/form-data(?!.*\bboundary=[^\s;,]{1,70}\s*$)/i.test(given.get("content-type") ?? ""))
    return no(400, "bad_request", "The form can't be read.")
  // An action's name that is none would stand in Next's complaint about it, whatever it is.
  if (!/^[\da-f]{42}$/.test(given.get("next-action") ?? "0".repeat(42)))
    return no(400, "bad_request", "There is no such action.")
  if (!api && request.method !== "GET" && request.method !== "HEAD" && !sameOrigin(given.get("origin"), host)) {
    return no(403, "forbidden", "The form was sent from another site.")
  }
  if (
    api &&
    given.has("cookie") &&
    !["GET", "HEAD", "OPTIONS"].includes(request.method) &&
    !sameOrigin(given.get("origin"), host)
  ) {
    return no(403, "forbidden", "The request was sent from another site.")
  }

  const nonce = randomBytes(16).toString("base64")
  const policy = contentPolicy(nonce)
  const headers = new Headers(given)
  for (const [name, value] of Object.entries({
    "x-proxy-pass": pass,
    "x-site-host": host,
    "x-forwarded-host": host,
    "x-request-id": crypto.randomUUID(),
    "x-path": path + request.nextUrl.search,
    "x-nonce": nonce,
    "content-security-policy": policy,
  })) {
    headers.set(name, value)
  }
  if (api) return NextResponse.next({ request: { headers } })

  // What a script sends comes back to it in words; a page, or a form without a script, cannot be made.
  if (!given.has("next-action") && !(await databaseAnswers())) {
    const locale = request.cookies.get("locale")?.value
    return awayPage({ nonce, policy, method: request.method, address: path + request.nextUrl.search, locale })
  }
  const url = request.nextUrl.clone()
  url.pathname = (await exists(headers)) ? surfaces[site.kind] + (path === "/" ? "" : path) : "/nowhere"
  const response = NextResponse.rewrite(url, { request: { headers } })
  response.headers.set("content-security-policy", policy)
  return response
}

/** Whether a firm lives here; asked only to answer strangers clearly, so a database that is away counts as yes. */
const exists = (headers: Headers) =>
  siteOf(headers).then(
    (site) => site !== null,
    () => true,
  )

function isText(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes("\u0000")
  } catch {
    return false
  }
}

const sameOrigin = (origin: string | null, host: string) =>
  origin !== null && URL.canParse(origin) && new URL(origin).host === host

// Bodies over 10 MB are cut behind a proxy, and load balancers call health by address: those paths go round it.
export const config = {
  matcher: [
    "/((?!_next/static/|_next/image|api/v1/files/|api/v1/webhooks/stripe|health|ready|favicon\\.ico$|robots\\.txt$|fonts/|images/).*)",
  ],
}
