import { z } from "zod"
import { id } from "@/lib/kernel/fields"
import { download, list, mutation, query } from "@/lib/kernel/operation"
import { firmProfile } from "../firms/queries"
import { contractPdf } from "./documents"
import { coveredLines, findOurContracts, ourContractById, ourContractList, partyOf } from "./queries"
import { ourContract, ownSignature } from "./schema"
import { signAsClient } from "./writes"

export const listOurContracts = list({
  name: "contracts.listOurs",
  summary: "List our contracts",
  permission: "portal:read",
  rest: "GET /portal/contracts",
  input: ourContractList,
  item: ourContract,
  run: (input, { db }) => findOurContracts(db, input),
})

export const readOurContract = query({
  name: "contracts.readOurs",
  summary: "Read one of our contracts",
  permission: "portal:read",
  rest: "GET /portal/contracts/{id}",
  input: z.strictObject({ id }),
  output: ourContract,
  run: ({ id }, { db }) => ourContractById(db, id),
})

/** The client's own signature, in the name of who is signed in unless they sign with another. */
export const signOurContract = mutation({
  name: "contracts.signOurs",
  summary: "Sign one of our contracts",
  permission: "portal:write",
  rest: "POST /portal/contracts/{id}/sign",
  mayDoNothing: true,
  input: ownSignature,
  output: ourContract,
  run: ({ id, signerName }, scope) =>
    signAsClient(scope, id, { name: signerName ?? scope.actor.name, email: scope.actor.email }),
})

export const downloadOurContract = download({
  name: "contracts.downloadOurs",
  summary: "Download one of our contracts",
  permission: "portal:read",
  rest: "GET /portal/contracts/{id}/download",
  input: z.strictObject({ id }),
  async read({ id }, { db }) {
    const contract = await ourContractById(db, id)
    const [firm, client, lines] = await Promise.all([
      firmProfile(db),
      partyOf(db, id),
      coveredLines(db, contract.proposalId),
    ])
    return { firm, client, contract, lines }
  },
  make: contractPdf,
})
