import { z } from "zod"
import { id, maybe, moment, prose } from "@/lib/kernel/fields"

const body = prose(20_000).min(1)

export const noteOut = z
  .object({
    id,
    clientId: id,
    authorId: maybe(id),
    authorName: maybe(z.string()),
    body: z.string(),
    pinned: z.boolean(),
    createdAt: moment,
    updatedAt: moment,
    version: z.int(),
  })
  .meta({ id: "Note" })
export type Note = z.output<typeof noteOut>

export const newNote = z.strictObject({ clientId: id, body, pinned: z.boolean().default(false) })
export const noteChange = z.strictObject({ id, body: body.optional(), pinned: z.boolean().optional() })
