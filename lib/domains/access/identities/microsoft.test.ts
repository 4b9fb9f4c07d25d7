import { randomUUID } from "node:crypto"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { checkEnvironment } from "@/lib/platform/env"
import { aFirm } from "@/test/given"
import { at, emailOf, identitiesOf, newSubject, problemAt, whoIs } from "@/test/providers"
import { SignInBrowser } from "@/test/sign-in-browser"

const microsoft = "https://login.microsoftonline.com"
type Claims = Record<string, unknown>

/** Microsoft's own addresses as they answer: one issuer for each tenant, behind one common door. */
function stubMicrosoft(claims: (nonce: string) => Claims) {
  const asked: string[] = []
  let nonce = ""
  const discovery = (tenant: string) => ({
    issuer: `${microsoft}/${tenant === "common" ? "{tenantid}" : tenant}/v2.0`,
    authorization_endpoint: `${microsoft}/${tenant}/oauth2/v2.0/authorize`,
    token_endpoint: `${microsoft}/${tenant}/oauth2/v2.0/token`,
    userinfo_endpoint: "https://graph.microsoft.com/oidc/userinfo",
    jwks_uri: `${microsoft}/${tenant}/discovery/v2.0/keys`,
    id_token_signing_alg_values_supported: ["RS256"],
  })
  vi.stubGlobal("fetch", async (input: RequestInfo | URL) => {
    const url = new URL(input instanceof Request ? input.url : input)
    asked.push(url.origin + url.pathname)
    const tenant = url.pathname.split("/")[1]!
    if (url.pathname.endsWith("/.well-known/openid-configuration")) return Response.json(discovery(tenant))
    if (url.pathname.endsWith("/authorize")) {
      nonce = url.searchParams.get("nonce")!
      const back = new URL(url.searchParams.get("redirect_uri")!)
      back.search = String(new URLSearchParams({ code: "c", state: url.searchParams.get("state")! }))
      return new Response(null, { status: 302, headers: { location: back.href } })
    }
    if (url.pathname.endsWith("/token"))
      return Response.json({ access_token: "a", token_type: "Bearer", expires_in: 60, id_token: jwt(claims(nonce)) })
    throw new Error(`nothing of Microsoft's is at ${url}`)
  })
  return asked
}

const part = (content: Claims) => Buffer.from(JSON.stringify(content)).toString("base64url")
const jwt = (claims: Claims) => `${part({ alg: "RS256", typ: "JWT" })}.${part(claims)}.c2lnbmVk`

beforeEach(() => {
  Object.assign(process.env, { MICROSOFT_CLIENT_ID: "m", MICROSOFT_CLIENT_SECRET: "s" })
  delete process.env.OIDC_MICROSOFT_ISSUER
  checkEnvironment()
})
afterEach(() => void vi.unstubAllGlobals())

describe("Microsoft's accounts", () => {
  const tokenOf = (tid: string, own: Claims) => (nonce: string) => {
    const iat = Math.floor(Date.now() / 1000)
    return { iss: `${microsoft}/${tid}/v2.0`, aud: "m", tid, iat, exp: iat + 60, nonce, ...own }
  }

  it("are known by the tenant they are of, and looked up nowhere else", async () => {
    const { owner: person } = await aFirm()
    const [tid, sub] = [randomUUID(), newSubject()]
    const asked = stubMicrosoft(tokenOf(tid, { sub, email: await emailOf(person), xms_edov: "1" }))
    const browser = new SignInBrowser()
    expect((await browser.open(at(person, "/api/sign-in/microsoft"))).href).toBe(at(person, "/"))
    expect(await whoIs(browser, person)).toMatchObject({ id: person.id })
    expect(await identitiesOf(person)).toEqual([{ issuer: `${microsoft}/${tid}/v2.0`, subject: sub }])
    expect(new Set(asked.map((address) => new URL(address).origin))).toEqual(new Set([microsoft]))

    // Another tenant may give somebody the same subject: that is somebody else.
    stubMicrosoft(tokenOf(randomUUID(), { sub }))
    const other = await new SignInBrowser().open(at(person, "/api/sign-in/microsoft"))
    expect(other.href).toBe(problemAt(person, "unverified"))
  })

  it("are refused when the token is another tenant's, another client's, stale, or of another sign-in", async () => {
    const { owner: person } = await aFirm()
    const email = await emailOf(person)
    const tid = randomUUID()
    const good = { sub: newSubject(), email, xms_edov: true }
    const faults: Claims[] = [
      { iss: `${microsoft}/${randomUUID()}/v2.0` },
      { iss: "https://evil.test" },
      { aud: "another" },
      { exp: 1 },
      { nonce: "another" },
    ]
    for (const fault of faults) {
      stubMicrosoft(tokenOf(tid, { ...good, ...fault }))
      const page = await new SignInBrowser().open(at(person, "/api/sign-in/microsoft"))
      expect(page.href, JSON.stringify(fault)).toBe(problemAt(person, "failed"))
    }
    expect(await identitiesOf(person)).toEqual([])
  })
})
