import type { Entered, Key } from "@/db/tenant"
import { isPermission, type Permission, rolePermissions } from "./permissions"

export type ActorKind = "staff" | "client" | "link" | "operator" | "system"

/** Whoever is asking, as the database knows them, and what they may do. */
export type Actor = Omit<Entered, "actorId" | "actorName" | "actorEmail"> & {
  actorKind: ActorKind
  /** The member, portal user or operator; null for links and the system. */
  id: string | null
  name: string
  email: string
  permissions: ReadonlySet<Permission>
}

export function actorOf(who: Entered, surface: Key["surface"]): Actor {
  const { actorId: id, actorName: name, actorEmail: email, ...rest } = who
  const held = [...(rolePermissions[who.role] ?? []), ...(who.role === "staff" ? who.grants.filter(isPermission) : [])]
  const scopes = who.scopes && new Set(who.scopes)
  return {
    ...rest,
    id,
    name,
    email,
    actorKind: kindOf(who, surface),
    permissions: new Set(scopes ? held.filter((permission) => scopes.has(permission)) : held),
  }
}

function kindOf(who: Entered, surface: Key["surface"]): ActorKind {
  if (surface === "job") return "system"
  if (surface === "platform") return "operator"
  if (who.kind === "link") return "link"
  return surface === "portal" ? "client" : "staff"
}
