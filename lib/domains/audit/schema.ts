import { z } from "zod"
import { id, maybe, moment } from "@/lib/kernel/fields"

export const auditEventOut = z
  .object({
    id,
    at: moment,
    name: z.string(),
    operation: z.string(),
    subjectId: id,
    clientId: maybe(id),
    actorKind: z.string(),
    actorId: maybe(id),
    actorName: z.string(),
    fields: z.array(z.string()),
    result: z.enum(["done", "refused"]),
    requestId: maybe(z.string()),
  })
  .meta({ id: "AuditEvent" })

export const verifyOut = z
  .object({
    intact: z.boolean(),
    sealed: z.int(),
    unsealed: z.int(),
    brokenAt: maybe(z.int()),
    head: maybe(z.string()),
    /** When the chain's end was last written down outside of the database. */
    anchoredAt: maybe(moment),
  })
  .meta({ id: "AuditChain" })
