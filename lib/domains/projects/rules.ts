import { conflict, invalidField } from "@/lib/kernel/refusal"
import type { ProjectStatus } from "./schema"

const ways: Record<ProjectStatus, readonly ProjectStatus[]> = {
  planned: ["active", "cancelled"],
  active: ["on_hold", "completed", "cancelled"],
  on_hold: ["active", "completed", "cancelled"],
  completed: ["active"],
  cancelled: ["planned", "active"],
}

/** Where a project may go from where it is; staying is no move. */
export const nextStatuses = (from: ProjectStatus) => ways[from]

export function requireWay(from: ProjectStatus, to: ProjectStatus) {
  if (from !== to && !ways[from].includes(to)) throw conflict("projects.refusals.way", { from, to })
}

export function requireOrderedDays({ startsOn, dueOn }: { startsOn?: string | null; dueOn?: string | null }) {
  if (startsOn && dueOn && dueOn < startsOn) throw invalidField("dueOn", "projects.refusals.dueBeforeStart")
}
