import { z } from "zod"
import { inOrder } from "@/lib/domains/samples/queries"
import { query } from "@/lib/kernel/operation"
import { today } from "@/lib/platform/clock"
import { moneyString } from "@/lib/platform/money"
import { oneObject, overviewParts } from "./queries"
import { type WorkspaceOverview, workspaceOverview } from "./schema"

export const readOverview = query({
  name: "home.overview",
  summary: "Read how the firm stands, as far as one may see it",
  permission: "workspace:use",
  rest: "GET /home",
  input: z.strictObject({}),
  output: workspaceOverview,

  async run(_input, { db, actor }) {
    const day = today(actor.timeZone)
    const found = await oneObject<WorkspaceOverview>(db, overviewParts(actor, day))
    return {
      ...found,
      proposals: found.proposals?.map(written) ?? null,
      unbilled: found.unbilled && { ...found.unbilled, amounts: found.unbilled.amounts.map(written) },
      receivables: found.receivables?.map(written).map(withOverdue) ?? null,
      samples: found.samples && inOrder(found.samples),
      collected: found.collected?.map(written) ?? null,
      today: day,
      currency: actor.currency,
    }
  },
})

const written = <Sum extends { currency: string; amount: string }>(sum: Sum): Sum => ({
  ...sum,
  amount: moneyString(sum.amount, sum.currency),
})

const withOverdue = <Sum extends { currency: string; overdueAmount: string }>(sum: Sum): Sum => ({
  ...sum,
  overdueAmount: moneyString(sum.overdueAmount, sum.currency),
})
