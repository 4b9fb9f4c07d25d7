import type { Permission } from "@/lib/kernel/permissions"
import type { Kind } from "./schema"

/** What one must hold to find a kind of record, and where it lives. */
export const places: Record<Kind, { needs: Permission; path: string }> = {
  client: { needs: "clients:read", path: "/clients" },
  lead: { needs: "leads:read", path: "/leads" },
  prospect: { needs: "prospects:read", path: "/prospects" },
  proposal: { needs: "proposals:read", path: "/proposals" },
  project: { needs: "projects:read", path: "/projects" },
  task: { needs: "projects:read", path: "/tasks" },
  invoice: { needs: "invoices:read", path: "/invoices" },
}

/** Few of each kind, so that one kind can't push out the others. */
export const perKind = 8
/** How alike a mistyped word must be, from 0 to 1. */
export const alike = 0.5
