import { z } from "zod"
import type { Actor } from "@/lib/kernel/actor"
import { download, mutation } from "@/lib/kernel/operation"
import { notFound } from "@/lib/kernel/refusal"
import { proposalPdf } from "./documents"
import { offerById } from "./queries"
import { offerOut, reason, signature } from "./schema"
import { acceptOffer, declineOffer, markViewed } from "./writes"

const token = z.string().min(10).max(200)
const linkKey = async ({ token }: { token: string }) => ({ surface: "portal" as const, secret: token })

/** The one proposal that the link opens. */
function subjectOf({ subjectKind, subjectId }: Actor): string {
  if (subjectKind !== "proposal" || !subjectId) throw notFound("page")
  return subjectId
}

export const readOffer = mutation({
  name: "proposals.readOffer",
  summary: "Read a proposal through its link; the first time marks it as viewed",
  permission: "link:proposal",
  rest: "GET /public/proposals/{token}",
  rate: "exempt",
  mayDoNothing: true,
  input: z.strictObject({ token }),
  output: offerOut,
  credential: linkKey,
  async run(_input, scope) {
    const id = subjectOf(scope.actor)
    await markViewed(scope, id)
    return offerById(scope.db, id)
  },
})

export const acceptByLink = mutation({
  name: "proposals.acceptByLink",
  summary: "Accept a proposal through its link",
  permission: "link:proposal",
  rest: "POST /public/proposals/{token}/accept",
  rate: "public",
  mayDoNothing: true,
  input: z.strictObject({ token, ...signature }),
  output: offerOut,
  credential: linkKey,
  run: ({ token: _token, agreed: _agreed, ...given }, scope) => acceptOffer(scope, subjectOf(scope.actor), given),
})

export const declineByLink = mutation({
  name: "proposals.declineByLink",
  summary: "Decline a proposal through its link",
  permission: "link:proposal",
  rest: "POST /public/proposals/{token}/decline",
  rate: "public",
  mayDoNothing: true,
  input: z.strictObject({ token, reason: reason.default("") }),
  output: offerOut,
  credential: linkKey,
  run: ({ reason }, scope) => declineOffer(scope, subjectOf(scope.actor), reason),
})

export const downloadOffer = download({
  name: "proposals.downloadOffer",
  summary: "Download a proposal through its link",
  permission: "link:proposal",
  rest: "GET /public/proposals/{token}/pdf",
  rate: "exempt",
  input: z.strictObject({ token }),
  credential: linkKey,
  read: (_input, { db, actor }) => offerById(db, subjectOf(actor)),
  make: (offer) => proposalPdf(offer.firm, offer),
})
