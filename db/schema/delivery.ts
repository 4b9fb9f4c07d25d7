import { sql } from "drizzle-orm"
import { boolean, check, date, foreignKey, index, integer, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core"
import { clients, engagements } from "./clients"
import {
  currentClient,
  hours,
  moment,
  money,
  portalAdds,
  portalChanges,
  portalReads,
  rate,
  staffOnly,
  table,
  tenantKey,
  tracked,
} from "./columns"
import { members } from "./firms"

export const projects = table(
  "projects",
  {
    ...tenantKey(),
    clientId: uuid().notNull(),
    engagementId: uuid(),
    name: text().notNull(),
    description: text().notNull().default(""),
    status: text({ enum: ["planned", "active", "on_hold", "completed", "cancelled"] })
      .notNull()
      .default("planned"),
    billing: text({ enum: ["time_and_materials", "fixed", "retainer"] })
      .notNull()
      .default("time_and_materials"),
    budget: money(),
    currency: text().notNull(),
    hourlyRate: rate(),
    startsOn: date(),
    dueOn: date(),
    managerId: uuid(),
    ...tracked(),
  },
  (t) => [
    primaryKey({ name: "projects_pkey", columns: [t.firmId, t.id] }),
    foreignKey({
      name: "projects_client_fkey",
      columns: [t.firmId, t.clientId],
      foreignColumns: [clients.firmId, clients.id],
    }),
    foreignKey({
      name: "projects_engagement_fkey",
      columns: [t.firmId, t.engagementId],
      foreignColumns: [engagements.firmId, engagements.id],
    }),
    foreignKey({
      name: "projects_manager_fkey",
      columns: [t.firmId, t.managerId],
      foreignColumns: [members.firmId, members.id],
    }),
    unique("projects_engagement_key").on(t.firmId, t.engagementId),
    index("projects_status_idx").on(t.firmId, t.status, t.id),
    index("projects_client_idx").on(t.firmId, t.clientId, t.id),
    index("projects_name_idx").on(t.firmId, t.name, t.id),
    index("projects_due_idx").on(t.firmId, sql`coalesce(due_on, 'infinity'::date)`, t.id),
    check("projects_status", sql`${t.status} in ('planned', 'active', 'on_hold', 'completed', 'cancelled')`),
    check("projects_billing", sql`${t.billing} in ('time_and_materials', 'fixed', 'retainer')`),
    ...staffOnly(),
    portalReads(sql`${t.clientId} = ${currentClient}`),
  ],
)

export const tasks = table(
  "tasks",
  {
    ...tenantKey(),
    projectId: uuid().notNull(),
    clientId: uuid().notNull(),
    title: text().notNull(),
    description: text().notNull().default(""),
    status: text({ enum: ["todo", "in_progress", "waiting", "done"] })
      .notNull()
      .default("todo"),
    priority: text({ enum: ["low", "normal", "high", "urgent"] })
      .notNull()
      .default("normal"),
    assigneeId: uuid(),
    dueOn: date(),
    clientVisible: boolean().notNull().default(false),
    position: integer().notNull().default(0),
    completedAt: moment(),
    ...tracked(),
  },
  (t) => [
    primaryKey({ name: "tasks_pkey", columns: [t.firmId, t.id] }),
    foreignKey({
      name: "tasks_project_fkey",
      columns: [t.firmId, t.projectId],
      foreignColumns: [projects.firmId, projects.id],
    }),
    foreignKey({
      name: "tasks_client_fkey",
      columns: [t.firmId, t.clientId],
      foreignColumns: [clients.firmId, clients.id],
    }),
    foreignKey({
      name: "tasks_assignee_fkey",
      columns: [t.firmId, t.assigneeId],
      foreignColumns: [members.firmId, members.id],
    }),
    index("tasks_project_idx").on(t.firmId, t.projectId, t.position, t.id),
    index("tasks_assignee_idx").on(t.firmId, t.assigneeId, t.status, t.id),
    index("tasks_status_idx").on(t.firmId, t.status, t.id),
    index("tasks_position_idx").on(t.firmId, t.position, t.id),
    index("tasks_due_idx").on(t.firmId, sql`coalesce(due_on, 'infinity'::date)`, t.id),
    index("tasks_title_idx").on(t.firmId, t.title, t.id),
    index("tasks_priority_idx").on(
      t.firmId,
      sql`array_position(array['urgent', 'high', 'normal', 'low'], priority)`,
      t.id,
    ),
    check("tasks_status", sql`${t.status} in ('todo', 'in_progress', 'waiting', 'done')`),
    check("tasks_priority", sql`${t.priority} in ('low', 'normal', 'high', 'urgent')`),
    ...staffOnly(),
    portalReads(sql`${t.clientId} = ${currentClient} and ${t.clientVisible}`),
  ],
)

/** Said on a task by the firm or by the client; both sides have a read state. */
export const comments = table(
  "comments",
  {
    ...tenantKey(),
    taskId: uuid().notNull(),
    projectId: uuid().notNull(),
    clientId: uuid().notNull(),
    authorKind: text({ enum: ["staff", "client"] }).notNull(),
    authorId: uuid().notNull(),
    authorName: text().notNull(),
    body: text().notNull(),
    readByFirmAt: moment(),
    readByClientAt: moment(),
    createdAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ name: "comments_pkey", columns: [t.firmId, t.id] }),
    foreignKey({ name: "comments_task_fkey", columns: [t.firmId, t.taskId], foreignColumns: [tasks.firmId, tasks.id] }),
    index("comments_task_idx").on(t.firmId, t.taskId, t.id),
    index("comments_client_idx").on(t.firmId, t.clientId, t.id),
    check("comments_author", sql`${t.authorKind} in ('staff', 'client')`),
    ...staffOnly(),
    portalReads(
      sql`${t.clientId} = ${currentClient} and exists (select 1 from tasks k where k.firm_id = comments.firm_id and k.id = comments.task_id and k.client_visible)`,
    ),
    portalAdds(
      sql`client_id = ${currentClient} and author_kind = 'client' and exists (select 1 from tasks k where k.firm_id = comments.firm_id and k.id = comments.task_id and k.client_visible)`,
    ),
    portalChanges(sql`${t.clientId} = ${currentClient}`, sql`client_id = ${currentClient}`),
  ],
)

export const timeEntries = table(
  "time_entries",
  {
    ...tenantKey(),
    projectId: uuid().notNull(),
    taskId: uuid(),
    clientId: uuid().notNull(),
    memberId: uuid().notNull(),
    date: date().notNull(),
    hours: hours().notNull(),
    hourlyRate: rate().notNull(),
    currency: text().notNull(),
    description: text().notNull().default(""),
    billable: boolean().notNull().default(true),
    billedAmount: money().notNull(),
    status: text({ enum: ["open", "submitted", "approved"] })
      .notNull()
      .default("open"),
    invoiceId: uuid(),
    ...tracked(),
  },
  (t) => [
    primaryKey({ name: "time_entries_pkey", columns: [t.firmId, t.id] }),
    foreignKey({
      name: "time_entries_project_fkey",
      columns: [t.firmId, t.projectId],
      foreignColumns: [projects.firmId, projects.id],
    }),
    foreignKey({
      name: "time_entries_task_fkey",
      columns: [t.firmId, t.taskId],
      foreignColumns: [tasks.firmId, tasks.id],
    }),
    foreignKey({
      name: "time_entries_client_fkey",
      columns: [t.firmId, t.clientId],
      foreignColumns: [clients.firmId, clients.id],
    }),
    foreignKey({
      name: "time_entries_member_fkey",
      columns: [t.firmId, t.memberId],
      foreignColumns: [members.firmId, members.id],
    }),
    index("time_entries_project_idx").on(t.firmId, t.projectId, t.id),
    index("time_entries_member_idx").on(t.firmId, t.memberId, t.date),
    index("time_entries_date_idx").on(t.firmId, t.date, t.id),
    index("time_entries_invoice_idx").on(t.firmId, t.invoiceId),
    // Summed for every dashboard and before each invoice, of rows that are few.
    index("time_entries_unbilled_idx")
      .on(t.firmId, t.clientId, t.projectId)
      .where(sql`billable and invoice_id is null`),
    check("time_entries_hours", sql`${t.hours} > 0 and ${t.hours} <= 24`),
    check("time_entries_status", sql`${t.status} in ('open', 'submitted', 'approved')`),
    ...staffOnly(),
  ],
)
