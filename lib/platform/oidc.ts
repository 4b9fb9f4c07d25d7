import "server-only"
import { NextRequest, NextResponse } from "next/server"
import NextAuth, { type NextAuthConfig } from "next-auth"
import { siteUrl } from "./env"
import { type ProviderName, providerIds } from "./identity-providers"
import { log } from "./log"
import { provider } from "./oidc-providers"
import { deriveKey } from "./secrets"
import { cookieOptions } from "./session"

/** What a provider says of the person, as it stands in the ID token. */
export type Claims = Record<string, unknown>

/** The longest a person may take at the provider, in seconds. */
export const authorizationSeconds = 600

const checkCookies = ["pkce", "state", "nonce"].map((name) => `__Host-oidc-${name}`)
const [pkce, state, nonce] = checkCookies as [string, string, string]
const csrf = "__Host-oidc-csrf"
const options = { ...cookieOptions, maxAge: authorizationSeconds }

/** One walk to a provider or back. next-auth keeps no session: `arrived` decides where the person goes on. */
function authorization(name: ProviderName, arrived: (claims: Claims) => Promise<string>) {
  const heard: { problem?: Error; way?: string } = {}
  const config: NextAuthConfig = {
    basePath: "/api/auth",
    trustHost: true,
    secret: deriveKey("oidc").toString("hex"),
    providers: [provider(name)],
    useSecureCookies: true,
    cookies: {
      pkceCodeVerifier: { name: pkce, options },
      state: { name: state, options },
      nonce: { name: nonce, options },
      csrfToken: { name: csrf, options },
      callbackUrl: { name: "__Host-oidc-callback", options },
    },
    callbacks: {
      async signIn({ profile }) {
        heard.way = await arrived(profile ?? {})
        return heard.way
      },
      redirect: ({ url, baseUrl }) => (url === heard.way ? url : baseUrl),
    },
    logger: {
      error: (error) => {
        heard.problem ??= error
      },
      warn: () => {},
      debug: () => {},
    },
  }
  return { heard, handlers: NextAuth(config).handlers }
}

// next-auth takes the origin from the address of the request, which behind a proxy is the server's own.
const asked = (path: string, init?: ConstructorParameters<typeof NextRequest>[1]) =>
  new NextRequest(siteUrl("auth", null, `/api/auth/${path}`), init)

/** Sends the browser to the provider, with state, nonce and PKCE; null when the provider can't be reached. */
export async function toProvider(name: ProviderName): Promise<NextResponse | null> {
  const { heard, handlers } = authorization(name, () => Promise.reject(new Error("nobody has arrived yet")))
  const token = await handlers.GET(asked("csrf"))
  const { csrfToken } = (await token.json()) as { csrfToken: string }
  const answer = await handlers.POST(
    asked(`signin/${providerIds[name]}`, {
      method: "POST",
      headers: {
        cookie: cookiesOf(token, [csrf])
          .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
          .join(),
        "content-type": "application/x-www-form-urlencoded",
      },
      body: new URLSearchParams({ csrfToken }).toString(),
    }),
  )
  const location = answer.headers.get("location")
  if (heard.problem || !location) return failed(name, heard.problem)
  return withChecks(NextResponse.redirect(location, 303), answer)
}

/**
 * The browser back from the provider: where `arrived` sends the person it names, or null when nobody arrived.
 * Only well-formed checks and the known parameters reach next-auth, to which a malformed cookie is a fault of ours.
 */
export async function fromProvider(
  name: ProviderName,
  request: NextRequest,
  arrived: (claims: Claims) => Promise<string>,
): Promise<string | null> {
  const { heard, handlers } = authorization(name, arrived)
  const query = new URLSearchParams()
  for (const known of ["code", "state", "iss", "error", "error_description"]) {
    const value = request.nextUrl.searchParams.get(known)
    if (value !== null) query.set(known, value)
  }
  const sealed = checkCookies.flatMap((cookie) => {
    const value = request.cookies.get(cookie)?.value
    return value && /^[\w-]+(\.[\w-]*){4}$/.test(value) ? [`${cookie}=${value}`] : []
  })
  await handlers.GET(asked(`callback/${providerIds[name]}?${query}`, { headers: { cookie: sealed.join("; ") } }))
  return heard.way ?? failed(name, heard.problem)
}

/** Removes what the walk to the provider left in the browser. */
export function forgetChecks(response: NextResponse): NextResponse {
  for (const cookie of checkCookies) response.cookies.set(cookie, "", { ...options, maxAge: 0 })
  return response
}

function withChecks(response: NextResponse, from: Response) {
  for (const [name, value] of cookiesOf(from, checkCookies)) response.cookies.set(name, value, options)
  return response
}

const cookiesOf = (response: Response, names: string[]) =>
  response.headers.getSetCookie().flatMap((line) => {
    const [, name, value] = /^([^=;]+)=([^;]*)/.exec(line) ?? []
    return name && value && names.includes(name) ? [[name, decodeURIComponent(value)] as const] : []
  })

function failed(name: ProviderName, problem?: Error) {
  const cause = problem?.cause as { err?: Error } | undefined
  log.warn({ provider: name, problem: problem?.name, cause: cause?.err?.message }, "a sign-in did not come about")
  return null
}
