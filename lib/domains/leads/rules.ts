import { now } from "@/lib/platform/clock"
import { sign, signed } from "@/lib/platform/secrets"

const purpose = "lead-form"
const shortest = 2_000
const longest = 24 * 60 * 60 * 1000

/** When the form's page was made, signed: a visitor needs longer than a machine to fill it in. */
export function startedNow(slug: string): string {
  const at = now().getTime().toString(36)
  return `${at}.${sign(purpose, `${slug}:${at}`)}`
}

/** Whether a submission looks like a machine's: the hidden field is filled, or the page was answered in no time. */
export function looksAutomatic({
  slug,
  website,
  started,
}: {
  slug: string
  website?: string
  started?: string
}): boolean {
  if (website) return true
  if (started === undefined) return false
  const [at = "", signature = ""] = started.split(".")
  const took = now().getTime() - Number.parseInt(at, 36)
  return !signed(purpose, `${slug}:${at}`, signature) || took < shortest || took > longest
}

type Campaign = Record<"utmSource" | "utmMedium" | "utmCampaign" | "utmTerm" | "utmContent", string | undefined>

/** Where a visitor came from, under the names that campaigns use. */
export function campaignOf(given: Campaign, utm: Record<string, string> = {}): Record<string, string> {
  const named = Object.entries(given).map(([name, value]) => [name.replace("utm", "").toLowerCase(), value])
  return { ...utm, ...Object.fromEntries(named.filter(([, value]) => value)) }
}

/** A title as part of an address. */
export function slugOf(title: string): string {
  const plain = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 58)
    .replace(/^-+|-+$/g, "")
  return plain || "form"
}
