import { and, eq, type SQL, sql } from "drizzle-orm"
import { z } from "zod"
import { projects, tasks } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { id } from "@/lib/kernel/fields"
import { list, query } from "@/lib/kernel/operation"
import { listInput, matches, pageOfRows } from "@/lib/kernel/page"
import { notFound } from "@/lib/kernel/refusal"
import { ourProject, projectStatuses } from "./schema"

// Counts what the client can see: row security leaves the firm's own tasks out.
const visibleTasks = (only?: SQL) =>
  sql<number>`(select count(*)::integer from ${tasks} where ${tasks.firmId} = ${projects.firmId}
    and ${tasks.projectId} = ${projects.id}${only ? sql` and ${only}` : sql``})`

const columns = {
  id: projects.id,
  name: projects.name,
  description: projects.description,
  status: projects.status,
  startsOn: projects.startsOn,
  dueOn: projects.dueOn,
  createdAt: projects.createdAt,
  taskCount: visibleTasks(),
  doneCount: visibleTasks(sql`${tasks.status} = 'done'`),
}

export const listOurProjects = list({
  name: "projects.listOurs",
  summary: "List our projects",
  permission: "portal:read",
  rest: "GET /portal/projects",
  input: listInput(["name", "createdAt"], { status: z.enum(projectStatuses).optional() }),
  item: ourProject,
  run: ({ q, status, ...asked }, { db }) =>
    pageOfRows(asked, {
      id: projects.id,
      sorts: { name: { by: projects.name, type: "text" }, createdAt: { by: projects.id, type: "uuid" } },
      fallback: "-createdAt",
      where: and(status ? eq(projects.status, status) : undefined, matches(q, projects.name)),
      rows: ({ where, orderBy, limit, sortValue }) =>
        db
          .select({ ...columns, sortValue })
          .from(projects)
          .where(where)
          .orderBy(...orderBy)
          .limit(limit),
      count: (where: SQL | undefined) => db.$count(projects, where),
    }),
})

export const readOurProject = query({
  name: "projects.readOurs",
  summary: "Read one of our projects",
  permission: "portal:read",
  rest: "GET /portal/projects/{id}",
  input: z.strictObject({ id }),
  output: ourProject,
  run: ({ id }, { db }) => ourProjectById(db, id),
})

async function ourProjectById(db: TenantDb, projectId: string) {
  const [project] = await db.select(columns).from(projects).where(eq(projects.id, projectId))
  if (!project) throw notFound("project")
  return project
}
