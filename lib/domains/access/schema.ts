import { z } from "zod"
import { email, id, line, maybe, moment } from "@/lib/kernel/fields"

export const credentials = z.strictObject({
  email,
  password: z.string().min(1).max(200),
  clientId: id.optional(),
})

const firm = z.object({ id, name: z.string(), subdomain: z.string() })
const client = z.object({ id, name: z.string() })

export const tokensOut = z
  .object({
    accessToken: z.string(),
    refreshToken: z.string(),
    tokenType: z.literal("Bearer"),
    expiresIn: z.int(),
    firm: maybe(firm),
    client: maybe(client).optional(),
    clients: z.array(client).optional(),
  })
  .meta({ id: "Tokens" })

export const meOut = z
  .object({
    id: maybe(id),
    name: z.string(),
    email: z.string(),
    role: z.string(),
    surface: z.string(),
    permissions: z.array(z.string()),
    firm: maybe(z.object({ id, name: z.string() })),
    clientId: maybe(id),
    locale: z.string(),
    timeZone: z.string(),
    currency: maybe(z.string()),
    approvesTime: z.boolean(),
  })
  .meta({ id: "Me" })

export const sessionOut = z
  .object({
    id,
    kind: z.string(),
    createdAt: moment,
    lastUsedAt: moment,
    ip: maybe(z.string()),
    userAgent: maybe(z.string()),
    current: z.boolean(),
  })
  .meta({ id: "Session" })

export const newPassword = z.string().min(8).max(128)
export const personName = line(120)
