import "server-only"
import { env } from "./env"

/** Our names for the providers, and next-auth's, which end the callback's address. */
export const providerIds = { google: "google", microsoft: "microsoft-entra-id" } as const
export type ProviderName = keyof typeof providerIds

export const microsoftAddress = "https://login.microsoftonline.com/"

/** The providers this installation has client ids for. */
export const configuredProviders = (): ProviderName[] => [
  ...(env.GOOGLE_CLIENT_ID ? (["google"] as const) : []),
  ...(env.MICROSOFT_CLIENT_ID ? (["microsoft"] as const) : []),
]

export const isConfigured = (name: string): name is ProviderName => configuredProviders().includes(name as ProviderName)

export const providerOfCallback = (id: string) => configuredProviders().find((name) => providerIds[name] === id)

/** Whose accounts an issuer gives; Microsoft has one issuer for each tenant. */
export function providerOfIssuer(issuer: string): ProviderName {
  const isMicrosoft = env.OIDC_MICROSOFT_ISSUER
    ? issuer === env.OIDC_MICROSOFT_ISSUER
    : issuer.startsWith(microsoftAddress)
  return isMicrosoft ? "microsoft" : "google"
}
