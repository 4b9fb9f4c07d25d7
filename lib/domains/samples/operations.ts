import { z } from "zod"
import { mutation, query } from "@/lib/kernel/operation"
import { conflict } from "@/lib/kernel/refusal"
import { today } from "@/lib/platform/clock"
import { lockFirm, rememberedSamples, samplesOf } from "./queries"
import { removedOut, samplesOut } from "./schema"
import { plantSamples, removeSamples } from "./writes"

const nothing = z.strictObject({})

export const readSampleData = query({
  name: "samples.read",
  summary: "Read what sample data there is",
  permission: "firm:manage",
  rest: "GET /firm/samples",
  input: nothing,
  output: samplesOut,
  run: (_, { db }) => samplesOf(db),
})

/** Once: whoever asks again finds the samples that there are. */
export const addSampleData = mutation({
  name: "samples.add",
  summary: "Add sample data to look around with",
  permission: "firm:manage",
  rest: "POST /firm/samples",
  mayDoNothing: true,
  input: nothing,
  output: samplesOut,

  async run(_, scope) {
    const { db, record } = scope
    const firm = await lockFirm(db)
    const before = await samplesOf(db)
    if (before.count > 0) return before
    if (!before.offered) throw conflict("samples.refusals.atWork")
    await plantSamples(scope, firm)
    record("samples.added", { id: firm.id })
    return samplesOf(db)
  },
})

/** What somebody has made real stays and is named; asking again finds nothing left to do. */
export const removeSampleData = mutation({
  name: "samples.remove",
  summary: "Remove the sample data, except for what has become real",
  permission: "firm:manage",
  rest: "DELETE /firm/samples",
  mayDoNothing: true,
  input: nothing,
  output: removedOut,

  async run(_, { db, actor, record }) {
    const firm = await lockFirm(db)
    const samples = await rememberedSamples(db)
    if (samples.length === 0) return { removed: 0, kept: [] }
    const { count } = await samplesOf(db)
    const left = await removeSamples(db, samples, today(actor.timeZone))
    record("samples.removed", { id: firm.id })
    return {
      removed: count - left.length,
      kept: left.map(({ kind, subjectId, name }) => ({ kind, id: subjectId, name })),
    }
  },
})
