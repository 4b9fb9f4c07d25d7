import { and, eq, ne } from "drizzle-orm"
import { z } from "zod"
import { proposals } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { email, id, line } from "@/lib/kernel/fields"
import { download, list, mutation, query } from "@/lib/kernel/operation"
import { listInput, matches, pageOfRows } from "@/lib/kernel/page"
import { today } from "@/lib/platform/clock"
import { proposalPdf } from "./documents"
import { offerById, offerColumns } from "./queries"
import { statusOn } from "./rules"
import { offerOut, reason, signature } from "./schema"
import { acceptOffer, declineOffer } from "./writes"

const ourProposals = listInput(["number", "createdAt"], { status: z.enum(["sent", "accepted", "declined"]).optional() })

const listed = offerOut.pick({
  id: true,
  number: true,
  title: true,
  currency: true,
  status: true,
  total: true,
  validUntil: true,
  sentAt: true,
  decidedAt: true,
})

function findOffers(db: TenantDb, { q, status, ...asked }: z.output<typeof ourProposals>, timeZone: string) {
  const day = today(timeZone)
  const where = and(
    ne(proposals.status, "draft"),
    status ? eq(proposals.status, status) : undefined,
    matches(q, proposals.number, proposals.title),
  )
  return pageOfRows(asked, {
    id: proposals.id,
    sorts: { number: { by: proposals.number, type: "text" }, createdAt: { by: proposals.id, type: "uuid" } },
    fallback: "-createdAt",
    where,
    rows: async ({ where, orderBy, limit, sortValue }) => {
      const rows = await db
        .select({ ...offerColumns, sortValue })
        .from(proposals)
        .where(where)
        .orderBy(...orderBy)
        .limit(limit)
      return rows.map((row) => ({ ...row, status: statusOn(row, day) }))
    },
    count: (where) => db.$count(proposals, where),
  })
}

export const listOurProposals = list({
  name: "proposals.listOurs",
  summary: "List our proposals",
  permission: "portal:read",
  rest: "GET /portal/proposals",
  input: ourProposals,
  item: listed,
  run: (input, { db, actor }) => findOffers(db, input, actor.timeZone),
})

export const readOurProposal = query({
  name: "proposals.readOurs",
  summary: "Read one of our proposals",
  permission: "portal:read",
  rest: "GET /portal/proposals/{id}",
  input: z.strictObject({ id }),
  output: offerOut,
  run: ({ id }, { db }) => offerById(db, id),
})

/** Signed in, the client's name and address are known; another name may be signed with. */
export const acceptOurProposal = mutation({
  name: "proposals.acceptOurs",
  summary: "Accept one of our proposals",
  permission: "portal:write",
  rest: "POST /portal/proposals/{id}/accept",
  mayDoNothing: true,
  input: z.strictObject({ ...signature, id, signerName: line(120).optional(), signerEmail: email.optional() }),
  output: offerOut,
  run: ({ id, signerName, signerEmail, ...choice }, scope) =>
    acceptOffer(scope, id, {
      ...choice,
      signerName: signerName ?? scope.actor.name,
      signerEmail: signerEmail ?? scope.actor.email,
    }),
})

export const declineOurProposal = mutation({
  name: "proposals.declineOurs",
  summary: "Decline one of our proposals",
  permission: "portal:write",
  rest: "POST /portal/proposals/{id}/decline",
  mayDoNothing: true,
  input: z.strictObject({ id, reason: reason.default("") }),
  output: offerOut,
  run: ({ id, reason }, scope) => declineOffer(scope, id, reason),
})

export const downloadOurProposal = download({
  name: "proposals.downloadOurs",
  summary: "Download one of our proposals",
  permission: "portal:read",
  rest: "GET /portal/proposals/{id}/pdf",
  input: z.strictObject({ id }),
  read: ({ id }, { db }) => offerById(db, id),
  make: (offer) => proposalPdf(offer.firm, offer),
})
