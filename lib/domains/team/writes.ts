import { eq, sql } from "drizzle-orm"
import { members } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { invitationHours, invitationSecret } from "@/lib/domains/portal-users/rules"
import { changedFields } from "@/lib/kernel/change"
import type { Scope } from "@/lib/kernel/operation"
import { now } from "@/lib/platform/clock"
import { sha256 } from "@/lib/platform/secrets"
import { memberForChange } from "./queries"
import { grantsFor, ownersOnly, refuseOneself, requireAnotherOwner, requireOwnerFor } from "./rules"
import type { MemberRole } from "./schema"

type MemberRow = typeof members.$inferSelect
type Changes = { name?: string; role?: MemberRole; grants?: string[]; hourlyRate?: string | null }

/** The member as they may be changed by this actor, whose own place is looked at again under the lock. */
export async function takeMember({ db, actor }: Scope, id: string) {
  const { owners, before } = await memberForChange(db, id)
  if (actor.role === "owner" && actor.id && !owners.has(actor.id)) throw ownersOnly()
  requireOwnerFor(actor, before.role)
  return { owners, before }
}

/** Changes a member; a change of what they may do holds at once, everywhere they are signed in. */
export async function changeMember(scope: Scope, id: string, changes: Changes) {
  const { db, actor, record, expect } = scope
  const { owners, before } = await takeMember(scope, id)
  expect(before)
  const role = changes.role ?? before.role
  const after = { ...before, ...changes, role, grants: grantsFor(role, changes.grants ?? before.grants) }
  const access = changedFields(before, after).filter((field) => field === "role" || field === "grants")
  if (access.length > 0) {
    refuseOneself(actor, before)
    requireOwnerFor(actor, role)
    if (role !== "owner") requireAnotherOwner(owners, before)
  }
  const { name, grants, hourlyRate } = after
  const member = await saveMember(db, id, { name, role, grants, hourlyRate })
  if (access.length > 0) await endSessions(db, member)
  record("member.updated", { id }, changedFields(before, member))
  if (member.status === "invited") {
    await mintInvitation(db, member)
    record("member.invited", { id })
  }
  return member
}

export async function saveMember(db: TenantDb, id: string, values: Partial<MemberRow>): Promise<MemberRow> {
  const [member] = await db.update(members).set(values).where(eq(members.id, id)).returning()
  return member!
}

export async function endSessions(db: TenantDb, { userId }: MemberRow) {
  if (userId) await db.execute(sql`select auth.end_sessions_of(${userId}::uuid)`)
}

/** Makes the row's invitation acceptable for three days and every earlier one useless. */
export async function mintInvitation(db: TenantDb, member: MemberRow) {
  const hash = sha256(invitationSecret(member)).toString("hex")
  const until = new Date(now().getTime() + invitationHours * 3_600_000).toISOString()
  await db.execute(
    sql`select auth.mint_invitation(decode(${hash}, 'hex'), 'member', ${member.id}::uuid, null, ${until}::timestamptz)`,
  )
}

export async function withdrawInvitation(db: TenantDb, { id }: MemberRow) {
  await db.execute(sql`select auth.mint_invitation(null, 'member', ${id}::uuid, null, null)`)
}
