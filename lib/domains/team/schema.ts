import { z } from "zod"
import { amount, decimalOut, email, id, line, maybe, moment } from "@/lib/kernel/fields"
import { grantable, type Permission } from "@/lib/kernel/permissions"

export const memberRoles = ["owner", "admin", "manager", "staff", "readonly"] as const
export const memberStatuses = ["invited", "active", "deactivated"] as const
export type MemberRole = (typeof memberRoles)[number]

export const memberOut = z
  .object({
    id,
    email: z.string(),
    name: z.string(),
    role: z.enum(memberRoles),
    grants: z.array(z.string()),
    status: z.enum(memberStatuses),
    hourlyRate: maybe(decimalOut),
    joinedAt: maybe(moment),
    createdAt: moment,
    updatedAt: moment,
    version: z.int(),
  })
  .meta({ id: "Member" })
export type Member = z.output<typeof memberOut>

const role = z.enum(memberRoles)
const grants = z.array(z.enum(grantable as [Permission, ...Permission[]])).max(grantable.length)

export const newMember = z.strictObject({
  email,
  name: line(120),
  role,
  grants: grants.default([]),
  hourlyRate: maybe(amount).optional(),
})
export const memberChange = z.strictObject({
  id,
  name: line(120).optional(),
  role: role.optional(),
  grants: grants.optional(),
  hourlyRate: maybe(amount).optional(),
})
/** Role and grants as a whole: what isn't granted is taken away. */
export const memberAccess = z.strictObject({ id, role, grants: grants.default([]) })
