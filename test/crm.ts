import type { HostFirm } from "@/db/gate"
import { sendProposal } from "@/lib/domains/proposals/operations/deciding"
import { createProposal } from "@/lib/domains/proposals/operations/editing"
import { createProspect } from "@/lib/domains/prospects/operations"
import type { Visit } from "@/lib/kernel/operation"
import type { Somebody } from "./given"

export const aLine = { description: "Advice", quantity: "2", unitPrice: "250.00", taxRate: "10" }

export const aProspect = (member: Somebody, companyName = "Harbour & Co") =>
  member.does(createProspect, { companyName, contactName: "Hana Bay", email: "hana@harbour.test" })

type Lines = {
  description: string
  quantity?: string
  unitPrice: string
  taxRate?: string
  optional?: boolean
  selected?: boolean
}[]

/** A draft for a prospect of its own. */
export async function aProposal(
  member: Somebody,
  given: { lines?: Lines; validUntil?: string; terms?: string; prospectId?: string } = {},
) {
  const prospectId = given.prospectId ?? (await aProspect(member)).id
  return member.does(createProposal, { title: "Year end 2026", lines: [aLine], ...given, prospectId })
}

/** A proposal that is out, and the secret of its link. */
export async function aSentProposal(member: Somebody, given: Parameters<typeof aProposal>[1] = {}) {
  const draft = await aProposal(member, given)
  const proposal = await member.does(sendProposal, { id: draft.id })
  return { ...proposal, token: tokenOf(proposal.publicUrl) }
}

export const tokenOf = (publicUrl: string | null) => publicUrl!.split("/").at(-1)!

/** Where somebody with only a link comes from. */
export const strangerAt = (firm: HostFirm): Visit => ({
  site: { kind: "portal", host: `${firm.subdomain}.portal.localhost:3000`, firm },
  ip: "203.0.113.7",
  userAgent: "Phone",
  requestId: crypto.randomUUID(),
})
