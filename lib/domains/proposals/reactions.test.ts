import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { perform } from "@/lib/kernel/perform"
import { aSentProposal, strangerAt } from "@/test/crm"
import { aFirm, owner as database } from "@/test/given"
import { aMailbox } from "@/test/mailbox"
import { react } from "@/test/react"
import { sendContract } from "../contracts/operations"
import * as contractReactions from "../contracts/reactions"
import { createLeadForm } from "../leads/operations/forms"
import { createLead } from "../leads/operations/leads"
import { submitPublicForm } from "../leads/public"
import * as leadReactions from "../leads/reactions"
import * as portalUserReactions from "../portal-users/reactions"
import { invitationSecret } from "../portal-users/rules"
import { acceptOnBehalf, declineOnBehalf } from "./operations/deciding"
import { readProposal } from "./operations/editing"
import { acceptByLink } from "./public"
import * as proposalReactions from "./reactions"

let server: Awaited<ReturnType<typeof aMailbox>>
beforeAll(async () => {
  server = await aMailbox()
})
afterAll(() => server.close())

const mailsTo = (address: string) =>
  server.received.filter(({ to }) =>
    [to ?? []].flat().some(({ value }) => value.some((one) => one.address === address)),
  )

const reactions = [proposalReactions, leadReactions, contractReactions, portalUserReactions].flatMap((module) =>
  Object.values(module),
)
// An address for each test, so that mails of one never answer for another's.
const aSigner = () => ({ signerName: "Hana Bay", signerEmail: `hana-${crypto.randomUUID()}@harbour.test` })

async function emailOf(memberId: string) {
  const [row] = await database<{ email: string }[]>`select email from members where id = ${memberId}`
  return row!.email
}

describe("mails about a proposal", () => {
  it("bring it to the recipient once, with link and PDF", async () => {
    const { owner, system, firm } = await aFirm()
    const sent = await aSentProposal(owner)
    const to = `recipient-${crypto.randomUUID()}@harbour.test`
    await database`update proposals set recipient_email = ${to} where firm_id = ${firm.id}`
    await react(system, "proposal.sent", reactions)

    const [mail, ...more] = mailsTo(to)
    expect(more).toEqual([])
    expect(mail!.subject).toBe(`Proposal ${sent.number}: Year end 2026`)
    expect(mail!.from!.value[0]!.name).toBe("Test firm")
    expect(mail!.text).toContain(sent.publicUrl)
    expect(mail!.text).toContain("$550.00")
    expect(mail!.attachments).toMatchObject([{ filename: `${sent.number}.pdf`, contentType: "application/pdf" }])
  })

  it("tell firm and client of a yes, make what was promised, and invite the client", async () => {
    const { firm, owner, system } = await aFirm()
    const signer = aSigner()
    const { id, token } = await aSentProposal(owner)
    await perform(acceptByLink, null, { token, ...signer }, strangerAt(firm))
    await react(system, "proposal.accepted", reactions)

    const proposal = await owner.does(readProposal, { id })
    expect(proposal.contractId).not.toBeNull()
    const [told] = mailsTo(await emailOf(owner.id))
    expect(told!.subject).toContain("Accepted: ")
    expect(told!.text).toContain(`http://${firm.subdomain}.localhost:3000/proposals/${id}`)
    expect(mailsTo(signer.signerEmail).map(({ subject }) => subject)).toEqual(["Thank you: Year end 2026"])

    await react(system, "portalUser.invited", reactions)
    const [, invitation] = mailsTo(signer.signerEmail)
    const [row] = await database<{ id: string; version: number }[]>`
      select id, version from portal_users where firm_id = ${firm.id}`
    expect(invitation!.text).toContain(
      `http://${firm.subdomain}.portal.localhost:3000/invitations/${invitationSecret(row!)}`,
    )
  })

  it("say on whose word an acceptance was recorded", async () => {
    const { owner, system } = await aFirm()
    const signer = aSigner()
    const { id } = await aSentProposal(owner)
    await owner.does(acceptOnBehalf, { id, ...signer })
    await react(system, "proposal.accepted", reactions)
    expect(mailsTo(await emailOf(owner.id))[0]!.text).toContain("on behalf of the client")
    expect(mailsTo(signer.signerEmail)[0]!.text).toContain("If this is not what you agreed to")
  })

  it("tell the firm of a no and its reason", async () => {
    const { owner, system } = await aFirm()
    const { id } = await aSentProposal(owner)
    await owner.does(declineOnBehalf, { id, reason: "Too dear" })
    await react(system, "proposal.declined", reactions)
    const mails = mailsTo(await emailOf(owner.id))
    expect(mails).toHaveLength(1)
    expect(mails[0]!.text).toContain("Reason: Too dear")
  })
})

describe("mails about a contract", () => {
  it("bring it as PDF to those who may read it in the portal", async () => {
    const { owner, system, portalUser } = await aFirm()
    const { id } = await aSentProposal(owner)
    const signer = aSigner()
    const { contractId, clientId } = await owner.does(acceptOnBehalf, { id, ...signer })
    await owner.does(sendContract, { id: contractId })
    await react(system, "contract.sent", reactions)
    const [mail] = mailsTo(signer.signerEmail)
    expect(mail!.attachments).toMatchObject([{ contentType: "application/pdf" }])
    expect(mail!.text).toContain(`/contracts/${contractId}`)

    const pat = await portalUser(clientId)
    await owner.does(sendContract, { id: contractId })
    await react(system, "contract.sent", reactions)
    expect(mailsTo(`client-${pat.userId}@client.test`)).toHaveLength(1)
    expect(mailsTo(signer.signerEmail)).toHaveLength(1)
  })
})

describe("mails about a lead", () => {
  it("tell the firm's owners when it came through a form, and nobody when it was typed in", async () => {
    const { firm, owner, system } = await aFirm()
    const given = { companyName: "Harbour & Co", contactName: "Hana Bay", email: "hana@harbour.test" }
    await owner.does(createLead, given)
    await react(system, "lead.created", reactions)
    const address = await emailOf(owner.id)
    expect(mailsTo(address)).toEqual([])

    const { slug } = await owner.does(createLeadForm, { title: "Talk to us" })
    await perform(submitPublicForm, null, { ...given, slug, message: "Call me" }, strangerAt(firm))
    await react(system, "lead.created", reactions)
    const mails = mailsTo(address)
    expect(mails).toHaveLength(1)
    expect(mails[0]!.text).toContain("Message: Call me")
    expect(mails[0]!.replyTo!.value[0]!.address).toBe("hana@harbour.test")
  })
})
