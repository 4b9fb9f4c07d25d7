import { z } from "zod"
import { id } from "@/lib/kernel/fields"

/** In the order in which they are told of. */
export const sampleKinds = [
  "lead",
  "prospect",
  "proposal",
  "client",
  "contact",
  "note",
  "project",
  "task",
  "timeEntry",
] as const
export type SampleKind = (typeof sampleKinds)[number]

const kind = z.enum(sampleKinds)
const counted = z.array(z.object({ kind, count: z.int() }))
const kept = z.array(z.object({ kind, id, name: z.string() }))

export const samplesOut = z
  .object({
    count: z.int(),
    kinds: counted,
    /** What the last removal left to the firm, because something real depends on it. */
    kept,
    /** Whether samples can be added: until the firm has sent something of its own, and while there are none. */
    offered: z.boolean(),
  })
  .meta({ id: "SampleData" })
export type Samples = z.output<typeof samplesOut>

export const removedOut = z.object({ removed: z.int(), kept }).meta({ id: "RemovedSampleData" })
