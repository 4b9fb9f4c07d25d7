import { type NextRequest, NextResponse } from "next/server"
import { handOver } from "@/lib/domains/access/identities/public"
import { accountOf, errandCookie, errands, problemOf, problemPath } from "@/lib/domains/access/identities/rules"
import { failure } from "@/lib/kernel/answer"
import { perform } from "@/lib/kernel/perform"
import { Refusal } from "@/lib/kernel/refusal"
import { visitOf } from "@/lib/kernel/visit"
import { siteOf } from "@/lib/platform/current-site"
import { addressAt, siteUrl } from "@/lib/platform/env"
import { providerOfCallback } from "@/lib/platform/identity-providers"
import { log } from "@/lib/platform/log"
import { type Claims, forgetChecks, fromProvider } from "@/lib/platform/oidc"
import { cookieOptions } from "@/lib/platform/session"

type Context = { params: Promise<{ provider: string }> }

/** Back from the provider, and on to the host that asked: no session is begun on the auth. host. */
export async function GET(request: NextRequest, { params }: Context) {
  const provider = providerOfCallback((await params).provider)
  const visit = await visitOf(request)
  if (visit?.site.kind !== "auth" || !provider) return failure(new Refusal("not_found", { key: "kernel.noSuchPath" }))

  const errand = await errands.read(request.cookies.get(errandCookie)?.value ?? "")
  if (errand?.provider !== provider) return go(siteUrl("auth", null, "/refused?problem=expired"))
  const { host, ...asked } = errand
  const site = await siteOf(new Headers({ host }))
  if (!site?.firm) return go(siteUrl("auth", null, "/refused?problem=nowhere"))

  const arrived = async (claims: Claims) => {
    try {
      const account = accountOf(provider, claims)
      if (!account) return addressAt(host, problemPath("failed", errand))
      const { bind, next, link } = asked
      const { path } = await perform(handOver, null, { account, bind, next, link }, { ...visit, site })
      return addressAt(host, path)
    } catch (error) {
      if (!(error instanceof Refusal)) log.error(error as Error, "sign-in with a provider failed")
      return addressAt(host, problemPath(problemOf(error), errand))
    }
  }
  const way = await fromProvider(provider, request, arrived)
  const cancelled = request.nextUrl.searchParams.get("error") === "access_denied"
  return go(way ?? addressAt(host, problemPath(cancelled ? "cancelled" : "failed", errand)))
}

function go(url: string) {
  const response = NextResponse.redirect(url, { status: 303, headers: { "cache-control": "no-store" } })
  response.cookies.set(errandCookie, "", { ...cookieOptions, maxAge: 0 })
  return forgetChecks(response)
}
