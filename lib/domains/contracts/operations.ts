import { eq } from "drizzle-orm"
import { z } from "zod"
import { contracts } from "@/db/schema"
import { id } from "@/lib/kernel/fields"
import { download, list, mutation, query } from "@/lib/kernel/operation"
import { conflict } from "@/lib/kernel/refusal"
import { now } from "@/lib/platform/clock"
import { firmProfile } from "../firms/queries"
import { contractPdf } from "./documents"
import { contractById, contractList, coveredLines, findContracts, lockContract, partyOf } from "./queries"
import { contractOut, contractSignature } from "./schema"

export const listContracts = list({
  name: "contracts.list",
  summary: "List contracts",
  permission: "contracts:read",
  rest: "GET /crm/contracts",
  input: contractList,
  item: contractOut,
  run: (input, { db }) => findContracts(db, input),
})

export const readContract = query({
  name: "contracts.read",
  summary: "Read a contract",
  permission: "contracts:read",
  rest: "GET /crm/contracts/{id}",
  input: z.strictObject({ id }),
  output: contractOut,
  run: ({ id }, { db }) => contractById(db, id),
})

export const downloadContract = download({
  name: "contracts.download",
  summary: "Download a contract as PDF",
  permission: "contracts:read",
  rest: "GET /crm/contracts/{id}/download",
  input: z.strictObject({ id }),
  async read({ id }, { db }) {
    const contract = await contractById(db, id)
    const [firm, client, lines] = await Promise.all([
      firmProfile(db),
      partyOf(db, id),
      coveredLines(db, contract.proposalId),
    ])
    return { firm, client, contract, lines }
  },
  make: contractPdf,
})

/** By mail to those who may sign in for the client; a signed one is sent as a copy. */
export const sendContract = mutation({
  name: "contracts.send",
  summary: "Send a contract to the client",
  permission: "contracts:write",
  rest: "POST /crm/contracts/{id}/send",
  input: z.strictObject({ id }),
  output: contractOut,

  async run({ id }, { db, record, expect }) {
    const contract = await lockContract(db, id)
    expect(contract)
    if (contract.status === "void") throw conflict("contracts.refusals.void")
    await db
      .update(contracts)
      .set({ sentAt: now().toISOString(), status: contract.status === "draft" ? "sent" : contract.status })
      .where(eq(contracts.id, id))
    record("contract.sent", { id, clientId: contract.clientId })
    return contractById(db, id)
  },
})

/** A signature given elsewhere, on paper say, written down by the firm: the audit trail names who did. */
export const signOnBehalf = mutation({
  name: "contracts.sign",
  summary: "Record a client's signature on their behalf",
  permission: "contracts:write",
  rest: "POST /crm/contracts/{id}/sign",
  input: contractSignature,
  output: contractOut,

  async run({ id, signerName, signerEmail }, { db, record, expect }) {
    const contract = await lockContract(db, id)
    expect(contract)
    if (contract.status === "signed") throw conflict("contracts.refusals.signed")
    if (contract.status === "void") throw conflict("contracts.refusals.void")
    await db
      .update(contracts)
      .set({ status: "signed", signedAt: now().toISOString(), signerName, signerEmail, signedOnBehalf: true })
      .where(eq(contracts.id, id))
    record("contract.signed", { id, clientId: contract.clientId })
    return contractById(db, id)
  },
})
