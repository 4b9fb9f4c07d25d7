import { z } from "zod"
import { id, line, maybe, moment } from "@/lib/kernel/fields"
import { type Permission, rolePermissions } from "@/lib/kernel/permissions"

/** What a key may be allowed: anything a person of the firm may do. */
export const scopes = [...rolePermissions.owner!]

export const lifetimes = ["30", "90", "365"] as const

export const apiKeyOut = z
  .object({
    id,
    name: z.string(),
    scopes: z.array(z.string()),
    createdBy: maybe(z.string()),
    createdAt: moment,
    lastUsedAt: maybe(moment),
    expiresAt: moment,
    revokedAt: maybe(moment),
  })
  .meta({ id: "ApiKey" })
export type ApiKey = z.output<typeof apiKeyOut>

export const newApiKey = z.strictObject({
  name: line(100),
  scopes: z
    .array(z.enum(scopes as [Permission, ...Permission[]]))
    .min(1)
    .max(scopes.length),
  /** Days until it ends. */
  days: z.enum(lifetimes).default("365"),
})

/** The only answer that ever holds the key itself. */
export const mintedApiKey = apiKeyOut.extend({ key: z.string() })
