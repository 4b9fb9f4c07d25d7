import { and, eq, sql } from "drizzle-orm"
import { portalUsers } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { now } from "@/lib/platform/clock"
import { sha256 } from "@/lib/platform/secrets"
import { invitationHours, invitationSecret } from "./rules"

type PortalUserRow = typeof portalUsers.$inferSelect
type Invited = { clientId: string; email: string; name: string; role?: PortalUserRow["role"] }

/**
 * Invites a person to a client's portal, or again if they were invited or revoked before; who is active already stays
 * as they are. The caller records `portalUser.invited` when `invited` says so, and the mail follows.
 */
export async function invitePortalUser(db: TenantDb, { clientId, email, name, role = "admin" }: Invited) {
  const here = and(eq(portalUsers.clientId, clientId), eq(portalUsers.email, email))
  const added = await db
    .insert(portalUsers)
    .values({ clientId, email, name, role })
    .onConflictDoNothing({ target: [portalUsers.firmId, portalUsers.clientId, portalUsers.email] })
    .returning()
  if (added[0]) return { portalUser: await mintInvitation(db, added[0]), invited: true }

  const [known] = await db.select().from(portalUsers).where(here).for("update")
  if (known!.status === "active") return { portalUser: known!, invited: false }
  const [again] = await db.update(portalUsers).set({ name, role, status: "invited" }).where(here).returning()
  return { portalUser: await mintInvitation(db, again!), invited: true }
}

/** Makes the row's invitation acceptable for three days and every earlier one useless. */
export async function mintInvitation(db: TenantDb, portalUser: PortalUserRow): Promise<PortalUserRow> {
  const hash = sha256(invitationSecret(portalUser)).toString("hex")
  const until = new Date(now().getTime() + invitationHours * 3_600_000).toISOString()
  await db.execute(sql`select auth.mint_invitation(decode(${hash}, 'hex'), 'portal_user', ${portalUser.id}::uuid,
    ${portalUser.clientId}::uuid, ${until}::timestamptz)`)
  return portalUser
}

export async function withdrawInvitation(db: TenantDb, { id, clientId }: PortalUserRow) {
  await db.execute(sql`select auth.mint_invitation(null, 'portal_user', ${id}::uuid, ${clientId}::uuid, null)`)
}
