// What a page costs at least: Node, the driver and template strings; no session, no permissions, no words to translate.
import { createServer } from "node:http"
import postgres from "postgres"

const { PORT, FLOOR_DATABASE_URL, FLOOR_IDS } = process.env
const ids = JSON.parse(FLOOR_IDS)
const sql = postgres(FLOOR_DATABASE_URL, { max: 8 })
const marks = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }
const text = (value) => String(value ?? "").replace(/[&<>"]/g, (mark) => marks[mark])

const cells = ["number", "client", "project", "status", "issued_on", "due_on", "total", "amount_due"]

async function list() {
  const rows =
    await sql`select i.id, i.number, c.name as client, p.name as project, i.status, i.issued_on::text, i.due_on::text, i.total, i.amount_due, i.currency
    from invoices i left join clients c on c.firm_id = i.firm_id and c.id = i.client_id
      left join projects p on p.firm_id = i.firm_id and p.id = i.project_id
    where i.firm_id = ${ids.firm} order by i.id desc limit 50`
  const line = (row) =>
    `<tr>${cells.map((cell) => `<td class="px-3 py-2 text-sm">${text(row[cell])}</td>`).join("")}<td><a href="/invoices/${row.id}">Open</a></td></tr>`
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Invoices</title></head><body><h1>Invoices</h1><table><thead><tr>${cells
    .map((cell) => `<th>${cell}</th>`)
    .join("")}</tr></thead><tbody>${rows.map(line).join("")}</tbody></table></body></html>`
}

async function create(body) {
  const { date, hours, description } = JSON.parse(body)
  const [row] =
    await sql`insert into time_entries (firm_id, id, project_id, task_id, client_id, member_id, date, hours, hourly_rate, currency, description,
      billed_amount, created_at, updated_at) values (${ids.firm}, uuidv7(), ${ids.project}, ${ids.task}, ${ids.client}, ${ids.member}, ${date}, ${hours}, 140, 'USD',
      ${description}, 210, now(), now()) returning id, date, hours, description`
  return JSON.stringify(row)
}

createServer(async (request, response) => {
  try {
    let body = ""
    for await (const part of request) body += part
    const html = request.url === "/list"
    const answer = html ? await list() : await create(body)
    response.writeHead(200, {
      "content-type": html ? "text/html; charset=utf-8" : "application/json",
      "content-length": Buffer.byteLength(answer),
    })
    response.end(answer)
  } catch (error) {
    response.writeHead(500)
    response.end(error.message)
  }
}).listen(Number(PORT), "127.0.0.1")
