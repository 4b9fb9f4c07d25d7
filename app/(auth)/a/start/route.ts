import { type NextRequest, NextResponse } from "next/server"
import { errandCookie, errandSeconds, errands, problemPath, startTickets } from "@/lib/domains/access/identities/rules"
import { failure } from "@/lib/kernel/answer"
import { Refusal } from "@/lib/kernel/refusal"
import { siteOf } from "@/lib/platform/current-site"
import { addressAt, siteUrl } from "@/lib/platform/env"
import { configuredProviders, isConfigured } from "@/lib/platform/identity-providers"
import { toProvider } from "@/lib/platform/oidc"
import { cookieOptions } from "@/lib/platform/session"

/** Takes up a sign-in that a firm's host has sent, keeps in mind whose it is, and goes on to the provider. */
export async function GET(request: NextRequest) {
  if (configuredProviders().length === 0) return failure(new Refusal("not_found", { key: "kernel.noSuchPath" }))
  const errand = await startTickets.read(request.nextUrl.searchParams.get("ticket") ?? "")
  if (!errand || !isConfigured(errand.provider)) return go(siteUrl("auth", null, "/refused?problem=expired"))
  const site = await siteOf(new Headers({ host: errand.host }))
  if (!site?.firm) return go(siteUrl("auth", null, "/refused?problem=nowhere"))

  const response = await toProvider(errand.provider)
  if (!response) return go(addressAt(errand.host, problemPath("failed", errand)))
  response.cookies.set(errandCookie, await errands.issue(errand), { ...cookieOptions, maxAge: errandSeconds })
  response.headers.set("cache-control", "no-store")
  return response
}

const go = (url: string) => NextResponse.redirect(url, { status: 303, headers: { "cache-control": "no-store" } })
