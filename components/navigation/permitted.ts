import { forbidden } from "next/navigation"
import { cache } from "react"
import { me } from "@/lib/domains/access/operations"
import { loadIfAllowed } from "@/lib/kernel/load"
import type { Permission } from "@/lib/kernel/permissions"

/** Who is looking, read once for each page. The server refuses by itself; this only keeps what is refused off the screen. */
export const viewer = cache(() => loadIfAllowed(me, {}))

/** Says of each permission whether who is looking has it. */
export async function permitted() {
  const held = new Set((await viewer())?.permissions)
  return (permission: Permission) => held.has(permission)
}

/** For pages that show nothing but a form: who may not send it is told so at once. */
export async function requirePermission(permission: Permission) {
  const can = await permitted()
  if (!can(permission)) forbidden()
}
