import { sql } from "drizzle-orm"
import { z } from "zod"
import { query } from "@/lib/kernel/operation"
import { today } from "@/lib/platform/clock"
import { moneyString } from "@/lib/platform/money"
import { oneObject, openInvoice, rows } from "./queries"
import { type PortalOverview, portalOverview, waitingOut } from "./schema"

const unread = sql`(select count(*) from messages where author_kind = 'staff' and read_by_client_at is null)`

export const readOurOverview = query({
  name: "home.ours",
  summary: "Read what waits for us and how our projects are going",
  permission: "portal:read",
  rest: "GET /portal/home",
  input: z.strictObject({}),
  output: portalOverview,

  async run(_input, { db, actor }) {
    const day = today(actor.timeZone)
    const found = await oneObject<PortalOverview>(db, {
      proposals:
        rows(sql`select id, number, title, total::text as total, currency, valid_until as "validUntil" from proposals
        where status = 'sent' order by valid_until nulls last, id`),
      invoices:
        rows(sql`select id, number, amount_due::text as "amountDue", currency, due_on as "dueOn", coalesce(due_on < ${day}, false) as overdue
        from invoices where ${openInvoice} and amount_due > 0 order by due_on, id`),
      canPay: sql`(select stripe_ready from firms)`,
      unreadMessages: unread,
      tasks:
        rows(sql`select * from (select t.id, t.title, t.project_id as "projectId", p.name as project, t.due_on as "dueOn", t.status = 'waiting' as waiting,
        (select count(*) from comments c where c.firm_id = t.firm_id and c.task_id = t.id and c.author_kind = 'staff' and c.read_by_client_at is null) as "unreadComments"
        from tasks t join projects p on p.firm_id = t.firm_id and p.id = t.project_id where t.status <> 'done') w
        where waiting or "unreadComments" > 0 order by "dueOn" nulls last, id limit 10`),
      projects:
        rows(sql`select p.id, p.name, p.status, p.due_on as "dueOn", count(t.id) filter (where t.status = 'done') as done, count(t.id) as tasks
        from projects p left join tasks t on t.firm_id = p.firm_id and t.project_id = p.id
        where p.status in ('planned', 'active', 'on_hold') group by p.id, p.name, p.status, p.due_on order by p.due_on nulls last, p.id`),
    })
    return {
      ...found,
      proposals: found.proposals.map((one) => ({ ...one, total: moneyString(one.total, one.currency) })),
      invoices: found.invoices.map((one) => ({ ...one, amountDue: moneyString(one.amountDue, one.currency) })),
      canPay: found.canPay && actor.permissions.has("portal:billing"),
      today: day,
    }
  },
})

/** For the navigation of every page. */
export const countWaiting = query({
  name: "home.waiting",
  summary: "Count what waits for us",
  permission: "portal:read",
  input: z.strictObject({}),
  output: waitingOut,
  run: (_input, { db }) =>
    oneObject<z.input<typeof waitingOut>>(db, {
      proposals: sql`(select count(*) from proposals where status = 'sent')`,
      invoices: sql`(select count(*) from invoices where ${openInvoice} and amount_due > 0)`,
      messages: unread,
    }),
})
