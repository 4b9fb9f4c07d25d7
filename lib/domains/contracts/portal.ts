import { z } from "zod"
import { id } from "@/lib/kernel/fields"
import { download, list, query } from "@/lib/kernel/operation"
import { firmProfile } from "../firms/queries"
import { contractPdf } from "./documents"
import { coveredLines, findOurContracts, ourContractById, ourContractList, partyOf } from "./queries"
import { ourContract } from "./schema"

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
