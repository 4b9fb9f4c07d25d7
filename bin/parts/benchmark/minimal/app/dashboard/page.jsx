import { ids, sql } from "../../database.mjs"
import { Table } from "../table"

export default async function Dashboard() {
  const [[leads], [open], tasks, latest] = await Promise.all([
    sql`select count(*) from leads where firm_id = ${ids.firm} and status = 'new'`,
    sql`select count(*), sum(amount_due) from invoices where firm_id = ${ids.firm} and status in ('sent', 'viewed', 'part_paid')`,
    sql`select id, title, due_on::text from tasks where firm_id = ${ids.firm} and assignee_id = ${ids.member} and status = 'todo' limit 6`,
    sql`select id, number, '', '', status, issued_on::text, due_on::text, total, amount_due from invoices where firm_id = ${ids.firm} order by id desc limit 10`.values(),
  ])
  return (
    <main>
      <p>{leads.count}</p>
      <p>{`${open.count}: ${open.sum}`}</p>
      <ul>
        {tasks.map((task) => (
          <li key={task.id}>{`${task.title} ${task.due_on}`}</li>
        ))}
      </ul>
      <Table rows={latest} />
    </main>
  )
}
