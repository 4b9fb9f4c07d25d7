import { beforeEach, describe, expect, it, vi } from "vitest"
import { gate } from "@/db/gate"
import { createClient } from "@/lib/domains/clients/operations"
import type { Mail } from "@/lib/platform/mail"
import { sha256 } from "@/lib/platform/secrets"
import { aFirm } from "@/test/given"
import { react } from "@/test/reacting"
import { createPortalUser, revokePortalUser } from "./operations"
import { mailInvitation } from "./reactions"

const sent = vi.hoisted(() => [] as Mail[])
vi.mock("@/lib/platform/mail", () => ({
  sendMail: async (mail: Mail) => {
    sent.push(mail)
    return { outcome: "sent", messageId: mail.messageId }
  },
}))
beforeEach(() => {
  sent.length = 0
})

async function anInvitation() {
  const firm = await aFirm()
  const client = await firm.owner.does(createClient, { name: "Harbour & Co" })
  const invited = await firm.owner.does(createPortalUser, { id: client.id, email: "pat@harbour.test", name: "Pat" })
  return { ...firm, client, invited }
}

describe("the invitation's mail", () => {
  it("carries the link that opens it, once", async () => {
    const { firm, system, invited } = await anInvitation()
    await react(system, firm.id, mailInvitation)
    await react(system, firm.id, mailInvitation)
    expect(sent).toMatchObject([{ to: "pat@harbour.test", subject: "Your portal at Test firm" }])
    const [, secret] = /\.portal\.localhost:3000\/invitations\/(inv_[\w-]+)/.exec(sent[0]!.text)!
    expect(await gate.invitation(sha256(secret!))).toMatchObject({ email: invited.email, clientName: "Harbour & Co" })
  })

  it("is not sent to somebody whose invitation was withdrawn", async () => {
    const { firm, system, owner, invited } = await anInvitation()
    await owner.does(revokePortalUser, { id: invited.id })
    await react(system, firm.id, mailInvitation)
    expect(sent).toEqual([])
  })
})
