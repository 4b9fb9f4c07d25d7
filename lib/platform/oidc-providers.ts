import "server-only"
import { customFetch } from "next-auth"
import Google from "next-auth/providers/google"
import MicrosoftEntraID from "next-auth/providers/microsoft-entra-id"
import { env } from "./env"

/** Our names for the providers, and next-auth's, which end the callback's address. */
export const providerIds = { google: "google", microsoft: "microsoft-entra-id" } as const
export type ProviderName = keyof typeof providerIds

const microsoft = "https://login.microsoftonline.com/"
const checks: ("pkce" | "state" | "nonce")[] = ["pkce", "state", "nonce"]

/** The providers this installation has client ids for. */
export const configuredProviders = (): ProviderName[] => [
  ...(env.GOOGLE_CLIENT_ID ? (["google"] as const) : []),
  ...(env.MICROSOFT_CLIENT_ID ? (["microsoft"] as const) : []),
]

export const isConfigured = (name: string): name is ProviderName => configuredProviders().includes(name as ProviderName)

export const providerOfCallback = (id: string) => configuredProviders().find((name) => providerIds[name] === id)

/** Whose accounts an issuer gives; Microsoft has one issuer for each tenant. */
export function providerOfIssuer(issuer: string): ProviderName {
  const isMicrosoft = env.OIDC_MICROSOFT_ISSUER ? issuer === env.OIDC_MICROSOFT_ISSUER : issuer.startsWith(microsoft)
  return isMicrosoft ? "microsoft" : "google"
}

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
      issuer: env.OIDC_MICROSOFT_ISSUER ?? `${microsoft}common/v2.0`,
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
