import { and, eq, isNull, sql } from "drizzle-orm"
import { acceptances, contracts, engagements, projects, proposalLines, proposals } from "@/db/schema"
import { newId } from "@/db/schema/columns"
import type { TenantDb } from "@/db/tenant"
import type { Scope } from "@/lib/kernel/operation"
import { conflict } from "@/lib/kernel/refusal"
import { now, today } from "@/lib/platform/clock"
import { sha256 } from "@/lib/platform/secrets"
import { addRevision } from "../engagements/writes"
import { firmProfile } from "../firms/queries"
import { takeNumber } from "../numbers/writes"
import { invitePortalUser } from "../portal-users/writes"
import { lockProspect } from "../prospects/queries"
import { clientOfProspect } from "../prospects/writes"
import { linesOf, offerById, offerColumns } from "./queries"
import {
  type Choice,
  choiceOf,
  chosen,
  documentHash,
  linkSecret,
  pricedLine,
  requireNoDebt,
  requireOpen,
  selectedIds,
  totalsOf,
} from "./rules"
import type { NewLine } from "./schema"

type ProposalRow = typeof proposals.$inferSelect
type Door = Pick<Scope, "db" | "record">

/** Puts the lines in place of those there were, and the sums into the proposal. */
export async function replaceLines(db: TenantDb, proposalId: string, lines: NewLine[], currency: string) {
  const priced = lines.map((line) => pricedLine(line, currency))
  const totals = totalsOf(priced, currency)
  requireNoDebt(totals.total)
  await db.delete(proposalLines).where(eq(proposalLines.proposalId, proposalId))
  if (priced.length > 0)
    await db.insert(proposalLines).values(priced.map((line, at) => ({ ...line, proposalId, position: at + 1 })))
  await db.update(proposals).set(totals).where(eq(proposals.id, proposalId))
}

/** Opens the proposal to whoever holds its link; an earlier link ends. */
export async function openLink(db: TenantDb, proposal: ProposalRow, until: string) {
  const linkVersion = proposal.linkVersion + 1
  const hash = sha256(linkSecret({ id: proposal.id, linkVersion })).toString("hex")
  await db.execute(
    sql`select auth.mint_link(decode(${hash}, 'hex'), 'proposal', ${proposal.id}::uuid, ${until}::timestamptz)`,
  )
  await db.update(proposals).set({ linkVersion, linkRevokedAt: null }).where(eq(proposals.id, proposal.id))
}

export async function closeLink(db: TenantDb, proposal: ProposalRow) {
  await db.execute(
    sql`select auth.mint_link(null, 'proposal', ${proposal.id}::uuid, ${now().toISOString()}::timestamptz)`,
  )
  await db.update(proposals).set({ linkRevokedAt: now().toISOString() }).where(eq(proposals.id, proposal.id))
}

/** Notes the first time that somebody opened the link; the client's side may change no more than that. */
export async function markViewed({ db, record }: Door, id: string) {
  const first = and(eq(proposals.id, id), eq(proposals.status, "sent"), isNull(proposals.viewedAt))
  const seen = { id: proposals.id, clientId: proposals.clientId }
  const [row] = await db.update(proposals).set({ viewedAt: now().toISOString() }).where(first).returning(seen)
  if (row) record("proposal.viewed", row)
}

type Signed = Choice & { signerName: string; signerEmail: string }

/** The client's own yes, with the evidence of it; what follows from it is the firm's to do. Repeating changes nothing. */
export async function acceptOffer({ db, visit, record }: Scope, id: string, given: Signed) {
  const offer = await lockOffer(db, id)
  if (!offer) return answeredOffer(db, id, "accepted")
  const { signerName, signerEmail } = given
  const lines = chosen(await linesOf(db, id), choiceOf(given))
  const at = now().toISOString()
  await db.insert(acceptances).values({
    proposalId: id,
    signerName,
    signerEmail,
    onBehalf: false,
    ip: visit.ip,
    userAgent: visit.userAgent,
    documentHash: documentHash({ ...offer, lines }),
    selectedLineIds: selectedIds(lines),
    at,
  })
  await db.update(proposals).set({ status: "accepted", decidedAt: at }).where(eq(proposals.id, id))
  record("proposal.accepted", offer)
  return offerById(db, id)
}

export async function declineOffer({ db, record }: Scope, id: string, reason: string) {
  const offer = await lockOffer(db, id)
  if (!offer) return answeredOffer(db, id, "declined")
  const decided = { status: "declined" as const, decidedAt: now().toISOString(), declineReason: reason || null }
  await db.update(proposals).set(decided).where(eq(proposals.id, id))
  record("proposal.declined", offer)
  return offerById(db, id)
}

// The policies let a client lock only what waits for an answer: a second one waits here, and then finds nothing.
async function lockOffer(db: TenantDb, id: string) {
  const [offer] = await db.select(offerColumns).from(proposals).where(eq(proposals.id, id)).for("update")
  if (offer) requireOpen(offer, today((await firmProfile(db)).timeZone))
  return offer
}

async function answeredOffer(db: TenantDb, id: string, answer: "accepted" | "declined") {
  const offer = await offerById(db, id)
  if (offer.status !== answer) throw conflict(`proposals.refusals.not.${offer.status}`)
  return offer
}

/** What an accepted proposal has become. */
export type Conversion = {
  clientId: string
  contractId: string
  projectId: string
  engagementId: string
  portalUserId: string
}

function conversionOf({ clientId, contractId, projectId, engagementId, portalUserId }: ProposalRow): Conversion | null {
  return clientId && contractId && projectId && engagementId && portalUserId
    ? { clientId, contractId, projectId, engagementId, portalUserId }
    : null
}

/**
 * Makes client, contract, engagement, project and portal user of an accepted proposal, exactly once: the row must be
 * locked, and unique keys stand behind the lock. Whoever comes second gets what there is.
 */
export async function convertAccepted({ db, record }: Door, proposal: ProposalRow): Promise<Conversion> {
  const done = conversionOf(proposal)
  if (done) return done
  const [acceptance] = await db.select().from(acceptances).where(eq(acceptances.proposalId, proposal.id))
  if (!acceptance) throw conflict("proposals.refusals.not.sent")

  const total = await takeChosenLines(db, proposal, acceptance.selectedLineIds)
  const prospect = await lockProspect(db, proposal.prospectId)
  const { clientId } = await clientOfProspect({ db, record }, prospect)
  const contractId = await newContract({ db, record }, { ...proposal, total, clientId }, acceptance)
  const engagementId = await newEngagement({ db, record }, { ...proposal, clientId }, contractId)
  const projectId = await newProject({ db, record }, { ...proposal, total, clientId }, engagementId, prospect.ownerId)

  const { signerName: name, signerEmail: email } = acceptance
  const { portalUser, invited } = await invitePortalUser(db, { clientId, email, name })
  if (invited) record("portalUser.invited", { id: portalUser.id, clientId })

  const made = { clientId, contractId, projectId, engagementId, portalUserId: portalUser.id }
  await db.update(proposals).set(made).where(eq(proposals.id, proposal.id))
  record("proposal.converted", { id: proposal.id, clientId })
  return made
}

// The client's side may not write lines and sums: it leaves its choice in the evidence, and this puts it into effect.
async function takeChosenLines(db: TenantDb, proposal: ProposalRow, selectedLineIds: string[]) {
  const lines = await linesOf(db, proposal.id)
  const taken = new Set(selectedLineIds)
  const chosen = lines.map((line) => (line.optional ? { ...line, selected: taken.has(line.id) } : line))
  const before = new Set(selectedIds(lines))
  for (const line of chosen) {
    if (line.optional && line.selected !== before.has(line.id))
      await db.update(proposalLines).set({ selected: line.selected }).where(eq(proposalLines.id, line.id))
  }
  const totals = totalsOf(chosen, proposal.currency)
  await db.update(proposals).set(totals).where(eq(proposals.id, proposal.id))
  return totals.total
}

type Accepted = ProposalRow & { clientId: string }

async function newContract({ db, record }: Door, proposal: Accepted, evidence: typeof acceptances.$inferSelect) {
  const { id: proposalId, clientId, title, terms, currency, total } = proposal
  const { timeZone } = await firmProfile(db)
  const day = today(timeZone)
  const id = newId()
  const signed = !evidence.onBehalf
  await db.insert(contracts).values({
    id,
    number: await takeNumber(db, "C", day),
    clientId,
    proposalId,
    title,
    terms,
    currency,
    total,
    startsOn: day,
    status: signed ? "signed" : "sent",
    sentAt: evidence.at,
    signedAt: signed ? evidence.at : null,
    signerName: evidence.signerName,
    signerEmail: evidence.signerEmail,
    signedOnBehalf: evidence.onBehalf,
  })
  record("contract.created", { id, clientId })
  if (signed) record("contract.signed", { id, clientId })
  return id
}

async function newEngagement({ db, record }: Door, proposal: Accepted, contractId: string) {
  const { clientId, title, number } = proposal
  const id = newId()
  const { timeZone } = await firmProfile(db)
  await db.insert(engagements).values({ id, clientId, contractId, name: title, startsOn: today(timeZone) })
  await addRevision(db, { engagement: { id, clientId }, contractId, summary: `${number}: ${title}` })
  record("engagement.created", { id, clientId })
  return id
}

async function newProject(
  { db, record }: Door,
  { clientId, title, currency, total }: Accepted,
  engagementId: string,
  managerId: string | null,
) {
  const id = newId()
  await db.insert(projects).values({ id, clientId, engagementId, name: title, currency, budget: total, managerId })
  record("project.created", { id, clientId })
  return id
}
