import { and, asc, eq, getColumns, gte, isNull, lt, or, type SQL } from "drizzle-orm"
import { z } from "zod"
import { acceptances, contracts, members, proposalLines, proposals } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import type { Actor } from "@/lib/kernel/actor"
import { id } from "@/lib/kernel/fields"
import { listInput, matches, pageOfRows } from "@/lib/kernel/page"
import { notFound } from "@/lib/kernel/refusal"
import { today } from "@/lib/platform/clock"
import { firmProfile } from "../firms/queries"
import { portalUrl } from "../firms/rules"
import { chosen, documentHash, linkSecret, statusOn, totalsOf } from "./rules"
import { type ProposalStatus, proposalStatuses } from "./schema"

export const proposalList = listInput(["number", "createdAt", "title", "total"], {
  status: z.enum(proposalStatuses).optional(),
  prospectId: id.optional(),
  clientId: id.optional(),
})

export function findProposals(
  db: TenantDb,
  { q, status, prospectId, clientId, ...asked }: z.output<typeof proposalList>,
  timeZone: string,
) {
  const day = today(timeZone)
  const where = and(
    status ? inState(status, day) : undefined,
    prospectId ? eq(proposals.prospectId, prospectId) : undefined,
    clientId ? eq(proposals.clientId, clientId) : undefined,
    matches(q, proposals.number, proposals.title, proposals.companyName, proposals.recipientName),
  )
  return pageOfRows(asked, {
    id: proposals.id,
    sorts: {
      number: { by: proposals.number, type: "text" },
      createdAt: { by: proposals.id, type: "uuid" },
      title: { by: proposals.title, type: "text" },
      total: { by: proposals.total, type: "numeric" },
    },
    fallback: "-createdAt",
    where,
    rows: async ({ where, orderBy, limit, sortValue }) => {
      const rows = await db
        .select({ ...getColumns(proposals), sortValue })
        .from(proposals)
        .where(where)
        .orderBy(...orderBy)
        .limit(limit)
      return rows.map((row) => ({ ...row, status: statusOn(row, day) }))
    },
    count: (where: SQL | undefined) => db.$count(proposals, where),
  })
}

function inState(status: ProposalStatus, day: string): SQL | undefined {
  if (status === "expired") return and(eq(proposals.status, "sent"), lt(proposals.validUntil, day))
  if (status === "sent")
    return and(eq(proposals.status, "sent"), or(isNull(proposals.validUntil), gte(proposals.validUntil, day)))
  return eq(proposals.status, status)
}

export const linesOf = (db: TenantDb, proposalId: string) =>
  db
    .select({
      id: proposalLines.id,
      position: proposalLines.position,
      description: proposalLines.description,
      quantity: proposalLines.quantity,
      unitPrice: proposalLines.unitPrice,
      taxRate: proposalLines.taxRate,
      optional: proposalLines.optional,
      selected: proposalLines.selected,
      amount: proposalLines.amount,
      tax: proposalLines.tax,
    })
    .from(proposalLines)
    .where(eq(proposalLines.proposalId, proposalId))
    .orderBy(asc(proposalLines.position))

/** Holds the row until the transaction ends: whatever decides about a proposal waits here. */
export async function lockProposal(db: TenantDb, proposalId: string) {
  const [proposal] = await db.select().from(proposals).where(eq(proposals.id, proposalId)).for("update")
  if (!proposal) throw notFound("proposal")
  return proposal
}

/** A proposal with everything the firm may know of it; its link only for those who may send it. */
export async function proposalById(db: TenantDb, proposalId: string, actor: Actor) {
  const [proposal] = await db.select().from(proposals).where(eq(proposals.id, proposalId))
  if (!proposal) throw notFound("proposal")
  const [lines, [acceptance], [contract], firm] = await Promise.all([
    linesOf(db, proposalId),
    db
      .select({ ...getColumns(acceptances), enteredByName: members.name })
      .from(acceptances)
      .leftJoin(members, eq(members.id, acceptances.enteredBy))
      .where(eq(acceptances.proposalId, proposalId)),
    db.select({ number: contracts.number }).from(contracts).where(eq(contracts.proposalId, proposalId)),
    firmProfile(db),
  ])
  const taken = chosen(lines, acceptance?.selectedLineIds)
  const published = proposal.status !== "draft" && proposal.linkVersion > 0 && !proposal.linkRevokedAt
  return {
    ...proposal,
    status: statusOn(proposal, today(firm.timeZone)),
    ...totalsOf(taken, proposal.currency),
    lines: taken,
    acceptance: acceptance
      ? { ...acceptance, intact: documentHash({ ...proposal, lines: taken }) === acceptance.documentHash }
      : null,
    contractNumber: contract?.number ?? null,
    publicUrl:
      published && actor.permissions.has("proposals:write")
        ? portalUrl(firm, `/proposals/${linkSecret(proposal)}`)
        : null,
  }
}

/** The columns that a client may read: the portal's role is granted these and no others. */
export const offerColumns = {
  id: proposals.id,
  number: proposals.number,
  clientId: proposals.clientId,
  title: proposals.title,
  intro: proposals.intro,
  terms: proposals.terms,
  companyName: proposals.companyName,
  recipientName: proposals.recipientName,
  currency: proposals.currency,
  status: proposals.status,
  validUntil: proposals.validUntil,
  subtotal: proposals.subtotal,
  taxTotal: proposals.taxTotal,
  total: proposals.total,
  sentAt: proposals.sentAt,
  viewedAt: proposals.viewedAt,
  decidedAt: proposals.decidedAt,
  createdAt: proposals.createdAt,
}

/** A proposal as its client sees it, with what they chose when they accepted. */
export async function offerById(db: TenantDb, proposalId: string) {
  const [offer] = await db.select(offerColumns).from(proposals).where(eq(proposals.id, proposalId))
  if (!offer) throw notFound("proposal")
  const [lines, [acceptance], firm] = await Promise.all([
    linesOf(db, proposalId),
    db
      .select({
        name: acceptances.signerName,
        at: acceptances.at,
        onBehalf: acceptances.onBehalf,
        selectedLineIds: acceptances.selectedLineIds,
      })
      .from(acceptances)
      .where(eq(acceptances.proposalId, proposalId)),
    firmProfile(db),
  ])
  const taken = chosen(lines, acceptance?.selectedLineIds)
  return {
    ...offer,
    ...totalsOf(taken, offer.currency),
    status: statusOn(offer, today(firm.timeZone)),
    lines: taken,
    acceptedBy: acceptance ?? null,
    firm,
  }
}
export type OfferRow = Awaited<ReturnType<typeof offerById>>
