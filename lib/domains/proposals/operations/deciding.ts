import { eq } from "drizzle-orm"
import { z } from "zod"
import { acceptances, proposals, prospects } from "@/db/schema"
import { id } from "@/lib/kernel/fields"
import { download, mutation } from "@/lib/kernel/operation"
import { conflict } from "@/lib/kernel/refusal"
import { now, today } from "@/lib/platform/clock"
import { firmProfile } from "../../firms/queries"
import { takeNumber } from "../../numbers/writes"
import { lockProspect } from "../../prospects/queries"
import { usualProbability } from "../../prospects/rules"
import { proposalPdf } from "../documents"
import { linesOf, lockProposal, proposalById } from "../queries"
import { choiceOf, chosen, documentHash, requireOpen, sampleNumber, selectedIds, statusOn } from "../rules"
import { converted, proposalDetail, reason, signature } from "../schema"
import { closeLink, convertAccepted, openLink } from "../writes"

const linkDays = 365

/** Sends a draft, or sends what was sent once more; the link stays the one that is out unless it was killed. */
export const sendProposal = mutation({
  name: "proposals.send",
  summary: "Send a proposal to its recipient",
  permission: "proposals:write",
  rest: "POST /crm/proposals/{id}/send",
  input: z.strictObject({ id }),
  output: proposalDetail,

  async run({ id }, { db, actor, record, expect }) {
    const proposal = await lockProposal(db, id)
    expect(proposal)
    const day = today((await firmProfile(db)).timeZone)
    if (proposal.status !== "draft") requireOpen(proposal, day)
    if (statusOn({ ...proposal, status: "sent" }, day) === "expired")
      throw conflict("proposals.refusals.validUntilPassed")
    if ((await linesOf(db, id)).length === 0) throw conflict("proposals.refusals.noLines")

    const at = now()
    if (proposal.linkVersion === 0 || proposal.linkRevokedAt)
      await openLink(db, proposal, new Date(at.getTime() + linkDays * 86_400_000).toISOString())
    const number = proposal.number === sampleNumber ? await takeNumber(db, "P", day) : proposal.number
    await db.update(proposals).set({ number, status: "sent", sentAt: at.toISOString() }).where(eq(proposals.id, id))
    const prospect = await lockProspect(db, proposal.prospectId)
    if (prospect.stage === "new" || prospect.stage === "qualified")
      await db
        .update(prospects)
        .set({ stage: "proposal", probability: usualProbability.proposal })
        .where(eq(prospects.id, prospect.id))
    record("proposal.sent", { id, clientId: proposal.clientId })
    return proposalById(db, id, actor)
  },
})

/** The client said yes to a person of the firm, who writes it down: evidence of that, not the client's signature. */
export const acceptOnBehalf = mutation({
  name: "proposals.accept",
  summary: "Record a client's acceptance on their behalf",
  permission: "proposals:write",
  rest: "POST /crm/proposals/{id}/accept",
  mayDoNothing: true,
  input: z.strictObject({ id, ...signature }),
  output: converted,

  async run({ id, signerName, signerEmail, ...choice }, { db, actor, visit, record }) {
    const proposal = await lockProposal(db, id)
    if (proposal.status !== "accepted") {
      requireOpen(proposal, today((await firmProfile(db)).timeZone))
      const lines = chosen(await linesOf(db, id), choiceOf(choice))
      const at = now().toISOString()
      await db.insert(acceptances).values({
        proposalId: id,
        signerName,
        signerEmail,
        onBehalf: true,
        enteredBy: actor.id,
        ip: visit.ip,
        userAgent: visit.userAgent,
        documentHash: documentHash({ ...proposal, lines }),
        selectedLineIds: selectedIds(lines),
        at,
      })
      await db.update(proposals).set({ status: "accepted", decidedAt: at }).where(eq(proposals.id, id))
      record("proposal.accepted", { id, clientId: proposal.clientId })
    }
    return { id, status: "accepted" as const, ...(await convertAccepted({ db, record }, proposal)) }
  },
})

/** What the worker does after a client accepted: makes of the proposal what it promises. */
export const convertProposal = mutation({
  name: "proposals.convert",
  summary: "Make client, contract, engagement and project of an accepted proposal",
  permission: "system:run",
  mayDoNothing: true,
  input: z.strictObject({ id }),
  output: converted,

  async run({ id }, { db, record }) {
    const proposal = await lockProposal(db, id)
    return { id, status: "accepted" as const, ...(await convertAccepted({ db, record }, proposal)) }
  },
})

export const declineOnBehalf = mutation({
  name: "proposals.decline",
  summary: "Record that a client declined",
  permission: "proposals:write",
  rest: "POST /crm/proposals/{id}/decline",
  input: z.strictObject({ id, reason: reason.default("") }),
  output: proposalDetail,

  async run({ id, reason }, { db, actor, record }) {
    const proposal = await lockProposal(db, id)
    if (proposal.status !== "sent") requireOpen(proposal, "")
    const decided = { status: "declined" as const, decidedAt: now().toISOString(), declineReason: reason || null }
    await db.update(proposals).set(decided).where(eq(proposals.id, id))
    record("proposal.declined", { id, clientId: proposal.clientId })
    return proposalById(db, id, actor)
  },
})

export const revokeLink = mutation({
  name: "proposals.revokeLink",
  summary: "Kill the public link of a proposal",
  permission: "proposals:write",
  rest: "POST /crm/proposals/{id}/revoke-link",
  mayDoNothing: true,
  input: z.strictObject({ id }),
  output: proposalDetail,

  async run({ id }, { db, actor, record }) {
    const proposal = await lockProposal(db, id)
    if (proposal.linkVersion === 0) throw conflict("proposals.refusals.noLink")
    if (!proposal.linkRevokedAt) {
      await closeLink(db, proposal)
      record("proposal.linkRevoked", { id, clientId: proposal.clientId })
    }
    return proposalById(db, id, actor)
  },
})

export const downloadProposal = download({
  name: "proposals.download",
  summary: "Download a proposal as PDF",
  permission: "proposals:read",
  rest: "GET /crm/proposals/{id}/pdf",
  input: z.strictObject({ id }),
  read: async ({ id }, { db, actor }) => ({ firm: await firmProfile(db), proposal: await proposalById(db, id, actor) }),
  make: ({ firm, proposal }) => proposalPdf(firm, proposal),
})
