import { sql } from "drizzle-orm"
import type { TenantDb } from "@/db/tenant"
import { notFound } from "@/lib/kernel/refusal"

const moment = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

export type ApiKeyRow = {
  id: string
  name: string
  scopes: string[]
  createdBy: string | null
  createdAt: string
  lastUsedAt: string | null
  expiresAt: string
  revokedAt: string | null
}

/** The keys of the firm, newest first. They live beside the sessions, out of the firm's own reach but for this. */
export const findApiKeys = async (db: TenantDb) =>
  (await db.execute(sql`
    select id, label as name, coalesce(scopes, '{}') as scopes, created_by as "createdBy", ${moment("created_at")} as "createdAt",
      case when last_used_at > created_at then ${moment("last_used_at")} end as "lastUsedAt",
      ${moment("expires_at")} as "expiresAt", ${moment("revoked_at")} as "revokedAt"
    from auth.api_keys()`)) as unknown as ApiKeyRow[]

export async function apiKeyById(db: TenantDb, keyId: string): Promise<ApiKeyRow> {
  const key = (await findApiKeys(db)).find(({ id }) => id === keyId)
  if (!key) throw notFound("apiKey")
  return key
}
