import { eq } from "drizzle-orm"
import { members, prospects } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { type Happened, type ReactionScope, reaction } from "@/lib/kernel/reaction"
import { siteUrl } from "@/lib/platform/env"
import { formatMoney } from "@/lib/platform/money"
import { translator } from "@/lib/platform/translator"
import { firmProfile } from "../firms/queries"
import { firmOwners } from "../leads/queries"
import { fromFirm } from "../mails/rules"
import { sendOnce } from "../mails/writes"
import { proposalPdf } from "./documents"
import { convertProposal } from "./operations/deciding"
import { proposalById } from "./queries"

/** A client said yes: what the proposal promises is made. Harmless to repeat. */
export const convertAfterAcceptance = reaction({
  on: "proposal.accepted",
  name: "proposals.convertAfterAcceptance",
  run: async ({ subjectId: id }, scope) => {
    await scope.perform(convertProposal, { id })
  },
})

export const mailProposal = reaction({
  on: "proposal.sent",
  name: "proposals.mailProposal",
  async run(event, scope) {
    const { firm, proposal, t, money, day } = await about(event, scope)
    if (!proposal.publicUrl) return
    const { number, title, publicUrl } = proposal
    await sendOnce(scope, {
      dedupeKey: `proposal.sent:${event.id}`,
      template: "proposal.sent",
      to: proposal.recipientEmail,
      subjectId: proposal.id,
      compose: async () => ({
        ...fromFirm(firm, t("sent.subject", { number, title }), {
          preheader: t("sent.preheader", { firm: firm.name, total: money }),
          heading: t("sent.heading", { title }),
          paragraphs: [t("hello", { name: proposal.recipientName }), t("sent.body", { company: proposal.companyName })],
          facts: [
            [t("number"), number],
            [t("total"), money],
            ...(proposal.validUntil ? [[t("validUntil"), day(proposal.validUntil)] as [string, string]] : []),
          ],
          action: { label: t("sent.action"), url: publicUrl },
          footer: [t("sent.footer")],
        }),
        attachments: [await attached(firm, proposal)],
      }),
    })
  },
})

export const mailAcceptance = reaction({
  on: "proposal.accepted",
  name: "proposals.mailAcceptance",
  async run(event, scope) {
    const { firm, proposal, keepers, t, money } = await about(event, scope)
    const { number, title, companyName: company, acceptance } = proposal
    if (!acceptance) return
    const { signerName: name, onBehalf } = acceptance
    for (const to of keepers)
      await sendOnce(scope, {
        dedupeKey: `proposal.accepted:${event.id}:${to}`,
        template: "proposal.accepted",
        to,
        subjectId: proposal.id,
        compose: async () =>
          fromFirm(firm, t("accepted.subject", { number, title }), {
            preheader: t("accepted.preheader", { company, total: money }),
            heading: t("accepted.heading", { company }),
            paragraphs: [t(onBehalf ? "accepted.onBehalf" : "accepted.body", { name })],
            facts: [
              [t("number"), number],
              [t("total"), money],
              [t("signer"), name],
            ],
            action: { label: t("accepted.action"), url: recordUrl(firm.subdomain, proposal.id) },
            footer: [t("because", { firm: firm.name })],
          }),
      })
  },
})

export const mailThanks = reaction({
  on: "proposal.accepted",
  name: "proposals.mailThanks",
  async run(event, scope) {
    const { firm, proposal, t, money } = await about(event, scope)
    const { number, title, acceptance } = proposal
    if (!acceptance) return
    const { signerName: name, signerEmail, onBehalf } = acceptance
    await sendOnce(scope, {
      dedupeKey: `proposal.thanks:${event.id}`,
      template: "proposal.thanks",
      to: signerEmail,
      subjectId: proposal.id,
      compose: async () => ({
        ...fromFirm(firm, t("thanks.subject", { title }), {
          preheader: t("thanks.preheader", { firm: firm.name }),
          heading: t("thanks.heading"),
          paragraphs: [
            t("hello", { name }),
            t(onBehalf ? "thanks.onBehalf" : "thanks.body", { title }),
            t("thanks.next"),
          ],
          facts: [
            [t("number"), number],
            [t("total"), money],
          ],
        }),
        attachments: [await attached(firm, proposal)],
      }),
    })
  },
})

export const mailRefusal = reaction({
  on: "proposal.declined",
  name: "proposals.mailRefusal",
  async run(event, scope) {
    const { firm, proposal, keepers, t, money } = await about(event, scope)
    const { number, title, companyName: company, declineReason } = proposal
    for (const to of keepers)
      await sendOnce(scope, {
        dedupeKey: `proposal.declined:${event.id}:${to}`,
        template: "proposal.declined",
        to,
        subjectId: proposal.id,
        compose: async () =>
          fromFirm(firm, t("declined.subject", { number, title }), {
            preheader: t("declined.preheader", { company }),
            heading: t("declined.heading", { company }),
            paragraphs: [t("declined.body")],
            facts: [
              [t("number"), number],
              [t("total"), money],
              ...(declineReason ? [[t("reason"), declineReason] as [string, string]] : []),
            ],
            action: { label: t("declined.action"), url: recordUrl(firm.subdomain, proposal.id) },
            footer: [t("because", { firm: firm.name })],
          }),
      })
  },
})

const recordUrl = (subdomain: string, id: string) => siteUrl("firm", subdomain, `/proposals/${id}`)

/** The proposal, its firm and the people who look after it, read at the time of sending. */
async function about({ subjectId }: Happened, { actor, read }: ReactionScope) {
  const { firm, proposal, keepers } = await read(async (db) => {
    const proposal = await proposalById(db, subjectId, actor)
    return { proposal, firm: await firmProfile(db), keepers: await keepersOf(db, proposal.prospectId) }
  })
  const t = translator(firm.locale, "proposals.mail")
  const day = (on: string) =>
    new Intl.DateTimeFormat(firm.locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(on))
  return { firm, proposal, keepers, t, day, money: formatMoney(proposal.total, proposal.currency, firm.locale) }
}

/** The prospect's owner, or where there is none the firm's owners. */
async function keepersOf(db: TenantDb, prospectId: string): Promise<string[]> {
  const [owner] = await db
    .select({ email: members.email, status: members.status })
    .from(prospects)
    .innerJoin(members, eq(members.id, prospects.ownerId))
    .where(eq(prospects.id, prospectId))
  return owner?.status === "active" ? [owner.email] : firmOwners(db)
}

async function attached(...printed: Parameters<typeof proposalPdf>) {
  const { filename, contentType, body } = await proposalPdf(...printed)
  return { filename, contentType, content: Buffer.from(body) }
}
