import { z } from "zod"
import { id } from "@/lib/kernel/fields"

export const kinds = ["client", "lead", "prospect", "proposal", "project", "task", "invoice"] as const
export type Kind = (typeof kinds)[number]

export const searchInput = z.strictObject({ q: z.string().trim().max(200).default("") })

export const searchOut = z
  .object({
    results: z.array(z.object({ id, kind: z.enum(kinds), label: z.string(), href: z.string(), hint: z.string() })),
  })
  .meta({ id: "SearchResults" })
