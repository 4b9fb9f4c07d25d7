import { z } from "zod"
import { gate } from "@/db/gate"
import { entrance, type Visit } from "@/lib/kernel/operation"
import { Refusal } from "@/lib/kernel/refusal"
import { siteUrl } from "@/lib/platform/env"
import { newSecret, sha256 } from "@/lib/platform/secrets"
import { surfaceOf } from "@/lib/platform/session"
import { after, lifetimes, safePath } from "../rules"
import { atDoor, openSession, placeOf } from "../writes"
import { bindHashOf, linkTickets, type Problem, startTickets } from "./rules"
import { type Account, account, bindSecret, errand, providerName } from "./schema"

const refused = (problem: Problem) => new Refusal("unauthenticated", { key: `access.oidc.problems.${problem}` })

export const beginWithProvider = entrance({
  name: "auth.beginWithProvider",
  summary: "Go to Google or Microsoft to sign in",
  permission: "public:visit",
  rate: "signIn",
  input: z.strictObject({
    provider: providerName,
    bind: bindSecret,
    next: z.string().max(1000).catch("/"),
    link: z.boolean(),
  }),
  output: z.object({ url: z.url() }),

  async enter({ bind, next, ...asked }, { site }) {
    const ticket = await startTickets.issue({
      ...asked,
      host: site.host,
      bind: bindHashOf(bind),
      next: safePath(next),
    })
    return { url: siteUrl("auth", null, `/start?ticket=${ticket}`) }
  },
})

/** On the auth. host, with the site of the firm's host that asked: a path there which ends the sign-in. */
export const handOver = entrance({
  name: "auth.handOver",
  summary: "Hand a sign-in made with a provider to the firm's host",
  permission: "public:visit",
  rate: "signIn",
  input: errand.omit({ provider: true, host: true }).extend({ account }),
  output: z.object({ path: z.string() }),

  async enter({ account, bind, next, link }, visit, through) {
    if (link) {
      const ticket = await linkTickets.issue({ ...account, bind, host: visit.site.host })
      return { path: `/handoff?link=${ticket}` }
    }
    const door = await atDoor(through, `${account.issuer} ${account.subject}`, visit)
    const userId = await personOf(through, account)
    const place = userId && (await placeFor(through, userId, visit))
    if (!place) {
      await door.failed()
      throw refused("noAccess")
    }
    const code = newSecret()
    await through.openKey({
      kind: "handoff",
      surface: place.surface,
      hash: sha256(code),
      userId,
      firmId: place.firm?.id ?? null,
      clientId: place.client?.id ?? null,
      expiresAt: after(lifetimes.handoff),
      ip: visit.ip,
      userAgent: visit.userAgent,
      bind,
    })
    return { path: `/handoff?${new URLSearchParams({ code, next })}` }
  },
})

/** On the firm's host: once, within a minute, in the browser that began. */
export const takeHandoff = entrance({
  name: "auth.takeHandoff",
  summary: "Start the session of a sign-in made with a provider",
  permission: "public:visit",
  rate: "signIn",
  input: z.strictObject({ code: z.string().max(200), bind: z.string().max(200) }),
  output: z.object({ surface: z.enum(["workspace", "portal"]), secret: z.string() }),

  async enter({ code, bind }, visit, through) {
    const { site } = visit
    const surface = surfaceOf(site.kind)
    if (!site.firm || (surface !== "workspace" && surface !== "portal")) throw refused("spent")
    const used = await through.spendHandoff(sha256(code), site.firm.id, surface, bindHashOf(bind))
    if (!used) throw refused("spent")
    const place = await placeFor(through, used.userId, visit, used.clientId ?? undefined)
    if (!place) throw refused("noAccess")
    return { surface, secret: await openSession(through, place, visit) }
  },
})

type Through = typeof gate

/** By the account itself; by its address only if the provider vouches for that, and then the account is known from now on. */
async function personOf(through: Through, { issuer, subject, email }: Account): Promise<string | undefined> {
  const known = await through.personByIdentity(issuer, subject)
  if (known) return known
  if (!email) throw refused("unverified")
  return through.linkIdentity(issuer, subject, email)
}

async function placeFor(through: Through, userId: string, visit: Visit, clientId?: string) {
  try {
    return await placeOf(through, { userId, operator: false }, visit, clientId)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
