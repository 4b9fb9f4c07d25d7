import type { Actor } from "@/lib/kernel/actor"
import { conflict, Refusal } from "@/lib/kernel/refusal"
import type { MemberRole } from "./schema"

type Standing = { id: string; name: string; role: MemberRole; status: string }

/** Owners are changed, made and removed by owners alone. */
export function requireOwnerFor(actor: Actor, ...roles: MemberRole[]) {
  if (roles.includes("owner") && actor.role !== "owner") throw ownersOnly()
}

export const ownersOnly = () => new Refusal("forbidden", { key: "team.refusals.ownersOnly" })

/** A firm always has somebody who can let people in. `owners` are the active ones, locked. */
export function requireAnotherOwner(owners: ReadonlySet<string>, member: Standing) {
  if (owners.has(member.id) && owners.size === 1) throw conflict("team.refusals.lastOwner", { name: member.name })
}

export function refuseOneself(actor: Actor, member: Standing) {
  if (member.id === actor.id) throw conflict("team.refusals.oneself")
}

/** What was granted one by one counts for staff only; the other roles have all they may. */
export const grantsFor = (role: MemberRole, grants: string[]) => (role === "staff" ? [...new Set(grants)].sort() : [])
