import { ids, sql } from "../../database.mjs"
import { Table } from "../table"

export default async function List() {
  const rows =
    await sql`select i.id, i.number, c.name as client, p.name as project, i.status, i.issued_on::text, i.due_on::text, i.total, i.amount_due
      from invoices i left join clients c on c.firm_id = i.firm_id and c.id = i.client_id
        left join projects p on p.firm_id = i.firm_id and p.id = i.project_id
      where i.firm_id = ${ids.firm} order by i.id desc limit 50`.values()
  return (
    <main>
      <h1>Invoices</h1>
      <Table rows={rows} />
    </main>
  )
}
