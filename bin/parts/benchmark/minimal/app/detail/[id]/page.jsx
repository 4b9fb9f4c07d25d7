import { ids, sql } from "../../../database.mjs"

export default async function Detail({ params }) {
  const { id } = await params
  const [[invoice], lines] = await Promise.all([
    sql`select i.*, c.name as client from invoices i left join clients c on c.firm_id = i.firm_id and c.id = i.client_id where i.firm_id = ${ids.firm} and i.id = ${id}`,
    sql`select * from invoice_lines where firm_id = ${ids.firm} and invoice_id = ${id} order by position`,
  ])
  return (
    <main>
      <h1>{invoice.number}</h1>
      <p>{invoice.client}</p>
      <table>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td>{line.description}</td>
              <td>{line.quantity}</td>
              <td>{line.unit_price}</td>
              <td>{line.amount}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{invoice.total}</p>
    </main>
  )
}
