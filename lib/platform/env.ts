import type { z } from "zod"
import { incomplete, unfitForProduction } from "./env-rules"
import { environment } from "./env-schema"
import { processWide } from "./process-wide"

type Source = Record<string, string | undefined>
export type Environment = Readonly<
  Omit<z.output<typeof environment>, "ROOT_DOMAIN" | "PROTOCOL"> & { ROOT_DOMAIN: string; PROTOCOL: "http" | "https" }
>

/** Names the variables and what each must be, never their values. */
export class EnvironmentError extends Error {
  override name = "EnvironmentError"
  constructor(readonly problems: string[]) {
    super(`The environment is not complete:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`)
  }
}

/** Reads and checks every variable, and throws one error that tells all of what is wrong. */
export function readEnvironment(given: Source): Environment {
  const source = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ""))
  const parsed = environment.safeParse(source)
  const problems = new Map<string, string>()
  for (const { path, message } of parsed.error?.issues ?? []) {
    const name = String(path[0])
    problems.set(name, source[name] ? `${message}.` : `is missing: it ${message}.`)
  }
  const serious = source.NODE_ENV === "production" && !["1", "true"].includes(source.DEMO ?? "")
  for (const [name, sentence] of [...incomplete(source), ...(serious ? unfitForProduction(source) : [])])
    if (!problems.has(name)) problems.set(name, sentence)
  if (!parsed.success || problems.size > 0)
    throw new EnvironmentError([...problems].map(([name, sentence]) => `${name} ${sentence}`))

  const ROOT_DOMAIN = parsed.data.ROOT_DOMAIN ?? `localhost:${parsed.data.PORT}`
  const PROTOCOL = parsed.data.PROTOCOL ?? (ROOT_DOMAIN.startsWith("localhost") ? "http" : "https")
  return Object.freeze({ ...parsed.data, ROOT_DOMAIN, PROTOCOL })
}

const cache = processWide("environment", () => ({ read: undefined as Environment | undefined }))

/** The checked environment, read on first use: a build has none and needs none. */
export const env: Environment = new Proxy({} as Environment, {
  get: (_, name) => {
    cache.read ??= readEnvironment(process.env)
    return Reflect.get(cache.read, name)
  },
  set: () => false,
})

/** Checks the environment now, for the start of a process. */
export function checkEnvironment(): Environment {
  cache.read = readEnvironment(process.env)
  return cache.read
}

type Site = "root" | "firm" | "portal" | "auth"

/** The address of a page on one of our hosts: `siteUrl("portal", "acme", "/invoices")`. */
export function siteUrl(site: Site, subdomain: string | null = null, path = "/"): string {
  return `${env.PROTOCOL}://${siteHost(site, subdomain)}${path.startsWith("/") ? path : `/${path}`}`
}

export function siteHost(site: Site, subdomain: string | null = null): string {
  if (site === "root") return env.ROOT_DOMAIN
  if (site === "auth") return `auth.${env.ROOT_DOMAIN}`
  if (!subdomain || !/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(subdomain))
    throw new Error(`no ${site} host without a subdomain`)
  return site === "firm" ? `${subdomain}.${env.ROOT_DOMAIN}` : `${subdomain}.portal.${env.ROOT_DOMAIN}`
}

/** An address on a host that is known to be one of ours, as the visitor wrote it. */
export const addressAt = (host: string, path: string) => `${env.PROTOCOL}://${host}${path}`
