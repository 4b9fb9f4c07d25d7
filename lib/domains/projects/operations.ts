import { eq, inArray } from "drizzle-orm"
import { z } from "zod"
import { comments, invoices, projects, tasks, timeEntries } from "@/db/schema"
import { clientById } from "@/lib/domains/clients/queries"
import { engagementById } from "@/lib/domains/engagements/queries"
import { changedFields, touched } from "@/lib/kernel/change"
import { id } from "@/lib/kernel/fields"
import { list, mutation, query } from "@/lib/kernel/operation"
import { conflict, invalidField } from "@/lib/kernel/refusal"
import { moneyString } from "@/lib/platform/money"
import { activeMember, activeMembers, figuresOf, findProjects, projectById, projectList } from "./queries"
import { requireOrderedDays, requireWay } from "./rules"
import { memberOut, newProject, projectChange, projectFigures, projectOut } from "./schema"

export const listProjects = list({
  name: "projects.list",
  summary: "List projects",
  permission: "projects:read",
  rest: "GET /projects/projects",
  input: projectList,
  item: projectOut,
  run: (input, { db }) => findProjects(db, input),
})

export const readProject = query({
  name: "projects.read",
  summary: "Read a project",
  permission: "projects:read",
  rest: "GET /projects/projects/{id}",
  input: z.strictObject({ id }),
  output: projectOut,
  run: ({ id }, { db }) => projectById(db, id),
})

export const readProjectFigures = query({
  name: "projects.figures",
  summary: "Read a project's hours and what is unbilled",
  permission: "time:all",
  rest: "GET /projects/projects/{id}/figures",
  input: z.strictObject({ id }),
  output: projectFigures,
  run: async ({ id }, { db }) => figuresOf(db, await projectById(db, id)),
})

export const listAssignable = list({
  name: "projects.members",
  summary: "List who can be given work",
  permission: "projects:read",
  rest: "GET /projects/members",
  input: z.strictObject({}),
  item: memberOut,
  async run(_, { db }) {
    const items = await activeMembers(db)
    return { items, count: items.length, next: null, previous: null }
  },
})

export const createProject = mutation({
  name: "projects.create",
  summary: "Create a project",
  permission: "projects:write",
  rest: "POST /projects/projects",
  input: newProject,
  output: projectOut,

  async run(input, { db, record }) {
    requireOrderedDays(input)
    const client = await clientById(db, input.clientId, { lock: true })
    if (client.status === "archived") throw conflict("clients.refusals.archived", { name: client.name })
    if (input.engagementId) {
      const engagement = await engagementById(db, input.engagementId, { lock: true })
      if (engagement.clientId !== client.id) throw invalidField("engagementId", "projects.refusals.otherEngagement")
      if ((await db.$count(projects, eq(projects.engagementId, engagement.id))) > 0)
        throw conflict("projects.refusals.engagementTaken", { name: engagement.name })
    }
    const manager = input.managerId ? await activeMember(db, input.managerId) : null
    const currency = input.currency ?? client.currency
    const [project] = await db
      .insert(projects)
      .values({ ...input, ...written(input, currency), currency })
      .returning()
    record("project.created", project!)
    return { ...project!, clientName: client.name, managerName: manager?.name ?? null }
  },
})

export const updateProject = mutation({
  name: "projects.update",
  summary: "Change a project",
  permission: "projects:write",
  rest: "PATCH /projects/projects/{id}",
  input: projectChange,
  output: projectOut,

  async run({ id, ...changes }, { db, record, expect }) {
    const before = await projectById(db, id, { lock: true })
    expect(before)
    if (changes.status) requireWay(before.status, changes.status)
    requireOrderedDays({ ...before, ...changes })
    if (changes.managerId) await activeMember(db, changes.managerId)
    await db
      .update(projects)
      .set(touched({ ...changes, ...written(changes, before.currency) }))
      .where(eq(projects.id, id))
    const project = await projectById(db, id)
    record("project.updated", project, changedFields(before, { ...project, managerName: before.managerName }))
    return project
  },
})

export const deleteProject = mutation({
  name: "projects.delete",
  summary: "Delete a project",
  permission: "projects:write",
  rest: "DELETE /projects/projects/{id}",
  status: 204,
  input: z.strictObject({ id }),
  output: projectOut,

  async run({ id }, { db, record, expect }) {
    const project = await projectById(db, id, { lock: true })
    expect(project)
    const [entries, billed] = await Promise.all([
      db.$count(timeEntries, eq(timeEntries.projectId, id)),
      db.$count(invoices, eq(invoices.projectId, id)),
    ])
    if (entries + billed > 0) throw conflict("projects.refusals.inUse", { name: project.name })
    await db
      .delete(comments)
      .where(inArray(comments.taskId, db.select({ id: tasks.id }).from(tasks).where(eq(tasks.projectId, id))))
    await db.delete(tasks).where(eq(tasks.projectId, id))
    await db.delete(projects).where(eq(projects.id, id))
    record("project.deleted", project)
    return project
  },
})

type Amounts = { budget?: string | null; hourlyRate?: string | null }

/** Amounts as the currency writes them; what wasn't given stays absent. */
function written(given: Amounts, currency: string): Amounts {
  return Object.fromEntries(
    (["budget", "hourlyRate"] as const)
      .filter((name) => given[name] !== undefined)
      .map((name) => [name, given[name] === null ? null : moneyString(given[name]!, currency)]),
  )
}
