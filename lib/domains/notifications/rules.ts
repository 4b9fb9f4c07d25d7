import type { EventName } from "@/lib/kernel/operation"
import type { Permission } from "@/lib/kernel/permissions"
import type { SubjectKind } from "./schema"

/** What the firm's people are told, and what a client's. Each has its sentence in the catalogue. */
export const firmEvents = [
  "proposal.accepted",
  "proposal.declined",
  "invoice.paid",
  "invoice.part_paid",
  "payment_link.failed",
  "task.assigned",
  "comment.added",
  "message.posted",
  "lead.created",
] as const
export const portalEvents = ["proposal.sent", "invoice.sent", "comment.added", "message.posted"] as const

export type FirmEvent = (typeof firmEvents)[number]
export type PortalEvent = (typeof portalEvents)[number]
export type TellingEvent = FirmEvent | PortalEvent

export const tellingEvents: TellingEvent[] = [...new Set([...firmEvents, ...portalEvents])]
/** After these, whoever read has nothing more to learn from their bell. */
export const readingEvents = ["message.read", "task.commentsRead"] as const satisfies EventName[]

export const isTelling = (name: string): name is TellingEvent => (tellingEvents as string[]).includes(name)

/** What a member must be allowed to read to be told of a record. */
export const needed: Record<SubjectKind, Permission> = {
  client: "messages:read",
  invoice: "invoices:read",
  lead: "leads:read",
  proposal: "proposals:read",
  task: "projects:read",
}

export const portalKinds: SubjectKind[] = ["client", "invoice", "proposal", "task"]

/** The place where it is to be seen; a client that wrote is found in the messages. */
export function placeOf(
  { event, subjectKind, subjectId }: { event: string; subjectKind: SubjectKind; subjectId: string },
  surface: "workspace" | "portal",
): string {
  if (subjectKind === "client") return surface === "portal" ? "/messages" : `/messages?client=${subjectId}`
  return `/${subjectKind}s/${subjectId}${event === "comment.added" ? "#comments" : ""}`
}
