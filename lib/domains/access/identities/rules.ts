import { z } from "zod"
import { Refusal } from "@/lib/kernel/refusal"
import { jwt } from "@/lib/platform/jwt"
import { sha256, sign } from "@/lib/platform/secrets"
import { lifetimes } from "../rules"
import { type Account, account, type Errand, errand } from "./schema"

/** Why a sign-in through a provider did not come about: the keys of its sentences. */
export const problems = [
  "otherBrowser",
  "spent",
  "noAccess",
  "unverified",
  "cancelled",
  "failed",
  "throttled",
  "taken",
  "signedOut",
] as const
export type Problem = (typeof problems)[number]

export const isProblem = (key: unknown): key is Problem => (problems as readonly unknown[]).includes(key)

/** The problem that a refusal names; any other error is a fault of ours, or of the provider's. */
export function problemOf(error: unknown): Problem {
  if (!(error instanceof Refusal)) return "failed"
  if (error.sentence.key === "kernel.unauthenticated") return "signedOut"
  const key = error.sentence.key.split(".").at(-1)
  return isProblem(key) ? key : "spent"
}

/** On the firm's host: the browser that began. On the auth. host: what it is about. */
export const bindCookie = "__Host-bind"
export const errandCookie = "__Host-errand"

/** How long a person may take at the provider, in seconds. */
export const errandSeconds = 600

const signed = { issuer: "consultantpro" }
/** What a firm's host sends the auth. host: nobody else can begin a sign-in there. */
export const startTickets = jwt({ ...signed, audience: "oidc start", claims: errand, seconds: 60 })
/** What the auth. host remembers in a cookie while the person is at the provider. */
export const errands = jwt({ ...signed, audience: "oidc errand", claims: errand, seconds: errandSeconds })
/** What the auth. host sends back to be linked: the account, for the browser that asked. */
export const linkTickets = jwt({
  ...signed,
  audience: "oidc link",
  claims: z.object({ ...account.shape, ...errand.pick({ host: true, bind: true }).shape }),
  seconds: lifetimes.handoff,
})

export const bindHashOf = (secret: string) => sha256(secret).toString("base64url")

/** Shows that a link to add an account was made for this session. */
export const linkProof = (session: string) => sign("link identity", session)

/**
 * The account that an ID token names. Google says itself whether it has verified the address; Microsoft lets a tenant
 * write any address, so it counts only where the domain's owner is verified (the optional claim xms_edov).
 */
export function accountOf(provider: Errand["provider"], claims: Record<string, unknown>): Account | null {
  // Microsoft has sent this boolean as true, "true", 1 and "1".
  const vouched =
    provider === "google" ? claims.email_verified === true : /^(true|1)$/.test(String(claims.xms_edov ?? ""))
  const email = vouched && typeof claims.email === "string" ? claims.email.trim().toLowerCase() : null
  return account.safeParse({ issuer: claims.iss, subject: claims.sub, email }).data ?? null
}

/** The page of a host that tells what went wrong. */
export function problemPath(problem: Problem, { next, link }: Pick<Errand, "next" | "link">): string {
  if (link) return `/sessions?problem=${problem}`
  return `/sign-in?${new URLSearchParams({ problem, ...(next !== "/" && { next }) })}`
}
