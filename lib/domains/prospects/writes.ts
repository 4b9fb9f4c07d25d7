import { eq } from "drizzle-orm"
import { clients, contacts, prospects } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import type { Actor } from "@/lib/kernel/actor"
import type { Scope } from "@/lib/kernel/operation"
import { usualProbability } from "./rules"

type Person = { id: string; companyName: string; contactName: string; email: string; phone: string }
type LeadRow = Person & { ownerId: string | null }

/** The lead's one prospect. The lead's row must be locked. */
export async function prospectOfLead(db: TenantDb, lead: LeadRow, actor: Actor) {
  const [known] = await db.select({ id: prospects.id }).from(prospects).where(eq(prospects.leadId, lead.id))
  if (known) return { prospectId: known.id, created: false }
  const { companyName, contactName, email, phone } = lead
  const [made] = await db
    .insert(prospects)
    .values({
      leadId: lead.id,
      companyName,
      contactName,
      email,
      phone,
      currency: actor.currency,
      probability: usualProbability.new,
      ownerId: lead.ownerId ?? (actor.actorKind === "staff" ? actor.id : null),
    })
    .returning({ id: prospects.id })
  return { prospectId: made!.id, created: true }
}

type Winning = Person & { clientId: string | null; currency: string; stage: string; ownerId: string | null }

/** The prospect's one client, made with its first contact when there is none. The prospect's row must be locked. */
export async function clientOfProspect({ db, record }: Pick<Scope, "db" | "record">, prospect: Winning) {
  const clientId = prospect.clientId ?? (await newClient({ db, record }, prospect))
  if (prospect.stage !== "won" || !prospect.clientId) {
    await db
      .update(prospects)
      .set({ stage: "won", probability: usualProbability.won, clientId, lostReason: null })
      .where(eq(prospects.id, prospect.id))
    record("prospect.won", { id: prospect.id, clientId })
  }
  return { clientId, created: !prospect.clientId }
}

async function newClient({ db, record }: Pick<Scope, "db" | "record">, prospect: Winning) {
  const { companyName, contactName, email, phone, currency, ownerId } = prospect
  const [client] = await db
    .insert(clients)
    .values({ name: companyName, email, phone, currency, ownerId, prospectId: prospect.id })
    .returning({ id: clients.id })
  const clientId = client!.id
  record("client.created", { id: clientId, clientId })
  const [contact] = await db
    .insert(contacts)
    .values({ clientId, name: contactName, email, phone, isPrimary: true })
    .returning({ id: contacts.id })
  record("contact.created", { id: contact!.id, clientId })
  return clientId
}
