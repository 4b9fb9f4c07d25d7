import { ids, sql } from "../../database.mjs"

export async function POST(request) {
  const { date, hours, description } = await request.json()
  const [row] =
    await sql`insert into time_entries (firm_id, id, project_id, task_id, client_id, member_id, date, hours, hourly_rate, currency, description,
      billed_amount, created_at, updated_at) values (${ids.firm}, uuidv7(), ${ids.project}, ${ids.task}, ${ids.client}, ${ids.member}, ${date}, ${hours}, 140, 'USD',
      ${description}, 210, now(), now()) returning id, date, hours, description`
  return Response.json(row)
}
