import { type NextRequest, NextResponse } from "next/server"
import { beginWithProvider } from "@/lib/domains/access/identities/public"
import { bindCookie, errandSeconds, linkProof } from "@/lib/domains/access/identities/rules"
import { bindSecret } from "@/lib/domains/access/identities/schema"
import { failure } from "@/lib/kernel/answer"
import { perform } from "@/lib/kernel/perform"
import { Refusal } from "@/lib/kernel/refusal"
import { visitOf } from "@/lib/kernel/visit"
import { isConfigured } from "@/lib/platform/identity-providers"
import { newSecret } from "@/lib/platform/secrets"
import { cookieOptions, sessionCookies, surfaceOf } from "@/lib/platform/session"

type Context = { params: Promise<{ provider: string }> }

/** From a firm's host to Google or Microsoft, by way of the auth. host. */
export async function GET(request: NextRequest, { params }: Context) {
  const { provider } = await params
  const visit = await visitOf(request)
  if (!visit?.site.firm || !isConfigured(provider))
    return failure(new Refusal("not_found", { key: "kernel.noSuchPath" }))

  const { searchParams } = request.nextUrl
  const proof = searchParams.get("link")
  const session = request.cookies.get(sessionCookies[surfaceOf(visit.site.kind)!])?.value
  // A link must have been made for this session: another site can't begin one in somebody's name.
  if (proof !== null && (!session || proof !== linkProof(session)))
    return failure(new Refusal("forbidden", { key: "access.oidc.problems.otherBrowser" }))

  // Two tabs begin with one secret, so that the one doesn't end the other.
  const bind = bindSecret.safeParse(request.cookies.get(bindCookie)?.value).data ?? newSecret()
  const next = searchParams.get("next") ?? "/"
  const { url } = await perform(beginWithProvider, null, { provider, bind, next, link: proof !== null }, visit)
  const response = NextResponse.redirect(url, { status: 303, headers: { "cache-control": "no-store" } })
  response.cookies.set(bindCookie, bind, { ...cookieOptions, maxAge: errandSeconds })
  return response
}
