import { type NextRequest, NextResponse } from "next/server"
import { linkIdentity } from "@/lib/domains/access/identities/operations"
import { takeHandoff } from "@/lib/domains/access/identities/public"
import { bindCookie, problemOf, problemPath } from "@/lib/domains/access/identities/rules"
import { preferencesOf } from "@/lib/domains/access/queries"
import { safePath } from "@/lib/domains/access/rules"
import { failure } from "@/lib/kernel/answer"
import type { Visit } from "@/lib/kernel/operation"
import { perform } from "@/lib/kernel/perform"
import { Refusal } from "@/lib/kernel/refusal"
import { visitOf } from "@/lib/kernel/visit"
import { addressAt } from "@/lib/platform/env"
import { configuredProviders } from "@/lib/platform/identity-providers"
import { log } from "@/lib/platform/log"
import { rememberPreferences } from "@/lib/platform/remember"
import { cookieOptions, sessionCookies, sessionSeconds, surfaceOf } from "@/lib/platform/session"

/** The end of a sign-in with a provider, on the host where it began. */
export async function handoff(request: NextRequest): Promise<Response> {
  const visit = await visitOf(request)
  if (!visit?.site.firm || configuredProviders().length === 0)
    return failure(new Refusal("not_found", { key: "kernel.noSuchPath" }))
  const { searchParams } = request.nextUrl
  const ticket = searchParams.get("link")
  const way = { next: safePath(searchParams.get("next")), link: ticket !== null }
  const bind = request.cookies.get(bindCookie)?.value
  if (!bind) return go(visit, problemPath("otherBrowser", way))
  try {
    if (ticket !== null) {
      await link(request, visit, { ticket, bind })
      return go(visit, "/sessions?done=identityLinked")
    }
    const { surface, secret } = await perform(takeHandoff, null, { code: searchParams.get("code") ?? "", bind }, visit)
    const response = go(visit, way.next)
    response.cookies.set(sessionCookies[surface], secret, { ...cookieOptions, maxAge: sessionSeconds })
    await rememberPreferences(await preferencesOf({ surface, secret }), response.cookies)
    return response
  } catch (error) {
    if (!(error instanceof Refusal)) log.error(error as Error, "sign-in with a provider failed")
    return go(visit, problemPath(problemOf(error), way))
  }
}

function link(request: NextRequest, visit: Visit, input: { ticket: string; bind: string }) {
  const surface = surfaceOf(visit.site.kind)!
  const secret = request.cookies.get(sessionCookies[surface])?.value
  return perform(linkIdentity, secret ? { surface, secret } : null, input, visit)
}

function go({ site }: Visit, path: string) {
  const response = NextResponse.redirect(addressAt(site.host, path), 303)
  response.headers.set("cache-control", "no-store")
  response.cookies.set(bindCookie, "", { ...cookieOptions, maxAge: 0 })
  return response
}
