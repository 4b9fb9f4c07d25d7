import { sql } from "drizzle-orm"
import { z } from "zod"
import { id } from "@/lib/kernel/fields"
import { list, mutation } from "@/lib/kernel/operation"
import { conflict, invalidField } from "@/lib/kernel/refusal"
import { now } from "@/lib/platform/clock"
import { newSecret, sha256 } from "@/lib/platform/secrets"
import { apiKeyById, findApiKeys } from "./queries"
import { apiKeyOut, mintedApiKey, newApiKey } from "./schema"

export const listApiKeys = list({
  name: "apiKeys.list",
  summary: "List API keys",
  permission: "keys:manage",
  rest: "GET /firm/api-keys",
  input: z.strictObject({}),
  item: apiKeyOut,
  async run(_input, { db }) {
    const items = await findApiKeys(db)
    return { items, count: items.length, next: null, previous: null }
  },
})

export const createApiKey = mutation({
  name: "apiKeys.create",
  summary: "Make an API key; the answer is the only one that shows it",
  permission: "keys:manage",
  rest: "POST /firm/api-keys",
  input: newApiKey,
  output: mintedApiKey,

  async run({ name, scopes, days }, { db, actor, record }) {
    // A key never holds more than the one who makes it, nor does a key that makes a key.
    const missing = scopes.find((scope) => !actor.permissions.has(scope))
    if (missing) throw invalidField("scopes", "firm.refusals.keyScope", { scope: missing })
    const key = newSecret("cpk_")
    const until = new Date(now().getTime() + Number(days) * 86_400_000).toISOString()
    const [minted] = await db.execute<{
      id: string
    }>(sql`select auth.mint_api_key(decode(${sha256(key).toString("hex")}, 'hex'),
      ${name}, ${sql.param(scopes)}::text[], ${until}::timestamptz) as id`)
    record("apiKey.created", { id: minted!.id }, scopes)
    return { ...(await apiKeyById(db, minted!.id)), key }
  },
})

export const revokeApiKey = mutation({
  name: "apiKeys.revoke",
  summary: "Revoke an API key",
  permission: "keys:manage",
  rest: "POST /firm/api-keys/{id}/revoke",
  input: z.strictObject({ id }),
  output: apiKeyOut,

  async run({ id }, { db, record }) {
    const { name } = await apiKeyById(db, id)
    const [row] = await db.execute<{ revoked: boolean }>(sql`select auth.revoke_api_key(${id}::uuid) as revoked`)
    if (!row!.revoked) throw conflict("firm.refusals.keyRevoked", { name })
    record("apiKey.revoked", { id })
    return apiKeyById(db, id)
  },
})
