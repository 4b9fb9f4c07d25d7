import "server-only"
import { customFetch } from "next-auth"
import Google from "next-auth/providers/google"
import MicrosoftEntraID from "next-auth/providers/microsoft-entra-id"
import { env } from "./env"
import { microsoftAddress, type ProviderName } from "./identity-providers"

const checks: ("pkce" | "state" | "nonce")[] = ["pkce", "state", "nonce"]

const providers = {
  google: () =>
    Google({
      clientId: env.GOOGLE_CLIENT_ID,
      clientSecret: env.GOOGLE_CLIENT_SECRET,
      issuer: env.OIDC_GOOGLE_ISSUER ?? "https://accounts.google.com",
      authorization: { params: { scope: "openid email", prompt: "select_account" } },
      checks,
    }),
  microsoft: () =>
    MicrosoftEntraID({
      clientId: env.MICROSOFT_CLIENT_ID,
      clientSecret: env.MICROSOFT_CLIENT_SECRET,
      issuer: env.OIDC_MICROSOFT_ISSUER ?? `${microsoftAddress}common/v2.0`,
      // Without `profile` the token doesn't name the tenant, and so not its issuer.
      authorization: { params: { scope: "openid email profile", prompt: "select_account" } },
      // next-auth's own would fetch the person's photo.
      profile: ({ sub, email }) => ({ id: sub, email }),
      checks,
    }),
}

/** A provider as next-auth wants it; a provider that doesn't answer is given up after ten seconds. */
export function provider(name: ProviderName) {
  const made = providers[name]()
  const request = made[customFetch] ?? fetch
  made[customFetch] = (input, init) => request(input, { ...init, signal: AbortSignal.timeout(10_000) })
  return made
}
