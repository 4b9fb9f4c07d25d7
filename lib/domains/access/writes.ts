import { gate } from "@/db/gate"
import type { Visit } from "@/lib/kernel/operation"
import { conflict, invalidField, Refusal } from "@/lib/kernel/refusal"
import { env } from "@/lib/platform/env"
import { passwordProblem } from "@/lib/platform/password-rules"
import { verifyPassword } from "@/lib/platform/passwords"
import { newSecret, sha256, sign } from "@/lib/platform/secrets"
import type { SessionSurface } from "@/lib/platform/session"
import type { Site } from "@/lib/platform/site"
import { after, isDemoPassword, lifetimes, throttle } from "./rules"

type Through = typeof gate
export type Place = {
  surface: SessionSurface
  userId: string
  firm: { id: string; name: string; subdomain: string } | null
  client: { id: string; name: string } | null
  clients: { id: string; name: string }[]
}

const wrong = () => new Refusal("unauthenticated", { key: "access.refusals.wrong" })

/** Keeps out, for a while, whom too many failures of an account or from an address stand against. */
export async function atDoor(through: Through, name: string, visit: Pick<Visit, "ip">) {
  const account = `account:${sign("throttle", name)}`
  const address = `address:${sign("throttle", visit.ip)}`
  const failures = await through.recentFailures(account, address)
  if (failures.byAccount >= throttle.account || failures.byAddress >= throttle.address) {
    throw new Refusal(
      "rate_limited",
      { key: "access.refusals.throttled", values: { minutes: throttle.minutes } },
      {},
      throttle.minutes * 60,
    )
  }
  return {
    failed: () => through.noteFailure(account, address),
    passed: () => through.forgetFailures(account),
  }
}

/** Checks e-mail and password in the same time whether the account exists or not; failures are counted by account and address. */
export async function checkPassword(through: Through, given: { email: string; password: string }, visit: Visit) {
  const door = await atDoor(through, given.email, visit)
  const known = env.DEMO || !isDemoPassword(given.password) ? await through.credentials(given.email) : undefined
  if (!(await verifyPassword(known?.passwordHash ?? null, given.password)) || !known) {
    await door.failed()
    throw wrong()
  }
  await door.passed()
  return known
}

/** Where a person may sign in, given the host: their place in its firm, or one of their firms from the root host. */
export async function placeOf(
  through: Through,
  person: { userId: string; operator: boolean },
  { site, tenantId }: Pick<Visit, "site" | "tenantId">,
  clientId?: string,
): Promise<Place> {
  if (site.kind === "portal") return portalPlace(through, person.userId, site, clientId)
  const memberships = await through.memberships(person.userId)
  const wanted = site.firm?.id ?? tenantId
  if (site.firm && tenantId && tenantId !== site.firm.id) throw new Refusal("forbidden", { key: "kernel.otherFirm" })
  const membership = wanted ? memberships.find(({ firmId }) => firmId === wanted) : memberships[0]
  if (membership) {
    const { firmId: id, firmName: name, subdomain } = membership
    return { surface: "workspace", userId: person.userId, firm: { id, name, subdomain }, client: null, clients: [] }
  }
  if (!wanted && person.operator)
    return { surface: "platform", userId: person.userId, firm: null, client: null, clients: [] }
  throw wrong()
}

async function portalPlace(through: Through, userId: string, { firm }: Site, clientId?: string): Promise<Place> {
  const clients = (await through.portalMemberships(userId, firm!.id)).map((one) => ({
    id: one.clientId,
    name: one.clientName,
  }))
  const client = clientId ? clients.find(({ id }) => id === clientId) : clients[0]
  if (!client) throw wrong()
  const { id, name, subdomain } = firm!
  return { surface: "portal", userId, firm: { id, name, subdomain }, client, clients }
}

/** A browser's session: one secret in a host-only cookie. */
export async function openSession(through: Through, place: Place, visit: Visit): Promise<string> {
  const secret = newSecret()
  await open(through, place, visit, "session", secret, lifetimes.session)
  return secret
}

/** An API session: an access secret for an hour and a refresh token that turns once. */
export async function openTokens(through: Through, place: Place, visit: Visit) {
  const [access, refresh, family] = [newSecret(), newSecret("cpr_"), crypto.randomUUID()]
  await open(through, place, visit, "access", access, lifetimes.access, family)
  await open(through, place, visit, "refresh", refresh, lifetimes.refresh, family)
  return { access, refresh }
}

function open(
  through: Through,
  place: Place,
  visit: Visit,
  kind: "session" | "access" | "refresh",
  secret: string,
  seconds: number,
  family?: string,
) {
  return through.openKey({
    kind,
    surface: place.surface,
    hash: sha256(secret),
    userId: place.userId,
    firmId: place.firm?.id ?? null,
    clientId: place.client?.id ?? null,
    family,
    expiresAt: after(seconds),
    ip: visit.ip,
    userAgent: visit.userAgent,
  })
}

/** Refuses a password that is easy to guess, in a sentence under its field. */
export function requireGoodPassword(password: string) {
  const problem = !env.DEMO && isDemoPassword(password) ? { code: "common" as const } : passwordProblem(password)
  if (problem) throw invalidField("password", `access.refusals.password.${problem.code}`)
}

export const spent = () => conflict("access.refusals.spent")
