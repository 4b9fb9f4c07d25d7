import { and, eq } from "drizzle-orm"
import { firms, tasks } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { activeMember, projectById } from "@/lib/domains/projects/queries"
import type { Actor } from "@/lib/kernel/actor"
import { conflict, forbidden, invalidField } from "@/lib/kernel/refusal"
import { today } from "@/lib/platform/clock"
import { billedAmount } from "./rules"

type Worked = {
  projectId: string
  taskId?: string | null
  date: string
  hours: string
  hourlyRate?: string | null
  billable: boolean
}

/** The rest of an entry: its client, currency, rate and amount, once project, task and day have been checked. */
export async function pricedEntry(db: TenantDb, actor: Actor, worked: Worked, member: { hourlyRate: string | null }) {
  const project = await projectById(db, worked.projectId)
  if (project.status === "cancelled") throw conflict("time.refusals.cancelled", { name: project.name })
  if (worked.taskId) await requireTaskOf(db, project.id, worked.taskId)
  requireNotAhead(actor, worked.date)
  const { currency, clientId } = project
  const hourlyRate = worked.hourlyRate ?? project.hourlyRate ?? member.hourlyRate ?? (await firmRate(db, actor))
  if (hourlyRate === null && worked.billable) throw invalidField("hourlyRate", "time.refusals.noRate")
  const priced = { hours: worked.hours, hourlyRate: hourlyRate ?? "0", billable: worked.billable, currency }
  return { ...priced, clientId, billedAmount: billedAmount(priced) }
}

/** Whose time it is: one's own, or with everybody's time in one's hands that of another. */
export async function workerOf(db: TenantDb, actor: Actor, memberId: string | null | undefined) {
  const id = memberId ?? actor.id
  if (!id) throw invalidField("memberId", "time.refusals.whose")
  if (id !== actor.id && !actor.permissions.has("time:all")) throw forbidden("Record time for somebody else")
  return activeMember(db, id)
}

async function requireTaskOf(db: TenantDb, projectId: string, taskId: string) {
  const its = and(eq(tasks.id, taskId), eq(tasks.projectId, projectId))
  if ((await db.$count(tasks, its)) === 0) throw invalidField("taskId", "time.refusals.otherTask")
}

// Somebody west of Greenwich may still write down the day that UTC is in.
function requireNotAhead({ timeZone }: Actor, date: string) {
  if (date > today("UTC") && date > today(timeZone)) throw invalidField("date", "time.refusals.future")
}

async function firmRate(db: TenantDb, { firmId }: Actor): Promise<string | null> {
  const [firm] = await db.select({ hourlyRate: firms.hourlyRate }).from(firms).where(eq(firms.id, firmId))
  return firm?.hourlyRate ?? null
}
