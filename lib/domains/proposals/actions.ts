"use server"
import { action } from "@/lib/kernel/action"
import { acceptOnBehalf, declineOnBehalf, revokeLink, sendProposal } from "./operations/deciding"
import { createProposal, deleteProposal, duplicateProposal, updateProposal } from "./operations/editing"
import { acceptOurProposal, declineOurProposal } from "./portal"
import { acceptByLink, declineByLink } from "./public"

// "Save and add more lines" comes back to the editor with empty rows, which needs no script.
const afterEditing = (id: string, form: FormData, done: string) =>
  form.get("then") === "lines" ? `/proposals/${id}/edit#lines` : `/proposals/${id}?done=${done}`

export const createProposalAction = action(createProposal, {
  to: ({ id }, form) => afterEditing(id, form, "proposalCreated"),
})
export const updateProposalAction = action(updateProposal, {
  to: ({ id }, form) => afterEditing(id, form, "proposalSaved"),
})
export const deleteProposalAction = action(deleteProposal, { to: () => "/proposals?done=proposalDeleted" })
export const duplicateProposalAction = action(duplicateProposal, {
  to: ({ id }) => `/proposals/${id}/edit?done=proposalCopied`,
})
export const sendProposalAction = action(sendProposal)
export const acceptOnBehalfAction = action(acceptOnBehalf)
export const declineOnBehalfAction = action(declineOnBehalf)
export const revokeLinkAction = action(revokeLink)
export const acceptByLinkAction = action(acceptByLink)
export const declineByLinkAction = action(declineByLink)
export const acceptOurProposalAction = action(acceptOurProposal)
export const declineOurProposalAction = action(declineOurProposal)
