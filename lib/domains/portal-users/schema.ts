import { z } from "zod"
import { portalRoles } from "@/lib/domains/clients/schema"
import { email, id, line, maybe, moment } from "@/lib/kernel/fields"

export const portalUserStatuses = ["invited", "active", "revoked"] as const

export const portalUserOut = z
  .object({
    id,
    clientId: id,
    clientName: z.string(),
    email: z.string(),
    name: z.string(),
    role: z.enum(portalRoles),
    status: z.enum(portalUserStatuses),
    joinedAt: maybe(moment),
    createdAt: moment,
    updatedAt: moment,
    version: z.int(),
  })
  .meta({ id: "PortalUser" })
export type PortalUser = z.output<typeof portalUserOut>

/** `id` is the client's: the path of the API names it so. */
export const newPortalUser = z.strictObject({ id, email, name: line(120), role: z.enum(portalRoles).default("admin") })
export const portalUserChange = z.strictObject({ id, role: z.enum(portalRoles) })
