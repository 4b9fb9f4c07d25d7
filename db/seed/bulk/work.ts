import type postgres from "postgres"

/** A year of work: projects of every client, tasks of every project, time on every task; the last month is not billed. */
export async function loadProjects(sql: postgres.Sql) {
  await sql`insert into projects (firm_id, id, client_id, name, description, status, billing, budget, currency, hourly_rate, starts_on, due_on, manager_id, created_at, updated_at)
    select id, pg_temp.id('project', no, n), pg_temp.id('client', no, 1 + (n - 1) % clients), pg_temp.subject(n), 'What was agreed, in a sentence or two.',
      (array['planned', 'active', 'active', 'on_hold', 'completed', 'completed'])[1 + n % 6], 'time_and_materials', 5000 + n % 900, currency, 140,
      current_date - n % 360, case when n % 7 > 0 then current_date - 100 + n % 200 end, pg_temp.id('member', no, 1 + n % members), now() - interval '300 days', now()
    from bulk, generate_series(1, projects) n`
}

export async function loadTasks(sql: postgres.Sql) {
  await sql`insert into tasks (firm_id, id, project_id, client_id, title, status, priority, assignee_id, due_on, client_visible, position, completed_at, created_at, updated_at)
    select b.id, pg_temp.id('task', no, n), pg_temp.id('project', no, p), pg_temp.id('client', no, 1 + (p - 1) % clients), pg_temp.subject(n), t.status,
      (array['low', 'normal', 'normal', 'high', 'urgent'])[1 + n % 5], pg_temp.id('member', no, 1 + n % members),
      case when n % 5 > 0 then current_date - 200 + n % 260 end, n % 2 = 0, (n - 1) / projects * 1024, case t.status when 'done' then now() end,
      now() - interval '200 days', now()
    from bulk b, generate_series(1, tasks) n, lateral (select 1 + (n - 1) % projects as p, (array['todo', 'in_progress', 'waiting', 'done', 'done', 'done',
      'done', 'done'])[1 + (hashint4(n) & 7)] as status) t`
  await sql`insert into comments (firm_id, id, task_id, project_id, client_id, author_kind, author_id, author_name, body, read_by_firm_at, created_at)
    select id, pg_temp.id('comment', no, n), pg_temp.id('task', no, n * 5), pg_temp.id('project', no, p), pg_temp.id('client', no, 1 + (p - 1) % clients), 'staff',
      pg_temp.id('member', no, 1), 'Member 1', 'The first table is in; the rest will follow this week.', now(), now() - interval '100 days'
    from bulk, generate_series(1, tasks / 5) n, lateral (select 1 + (n * 5 - 1) % projects as p) t`
}

/** After the invoices: what is older than a month is on one of its client's. */
export async function loadTime(sql: postgres.Sql) {
  await sql`insert into time_entries (firm_id, id, project_id, task_id, client_id, member_id, date, hours, hourly_rate, currency, description, billable, billed_amount,
      status, invoice_id, created_at, updated_at)
    select id, pg_temp.id('entry', no, n), pg_temp.id('project', no, t.p), pg_temp.id('task', no, t.k), pg_temp.id('client', no, t.c), pg_temp.id('member', no, 1 + n % members),
      current_date - t.age, t.hours, 140, currency, 'Work on the matter', t.billable, case when t.billable then round(t.hours * 140, 2) else 0 end,
      case when t.age > 30 then 'approved' else 'open' end,
      case when t.billable and t.age > 30 then pg_temp.id('invoice', no, t.c + clients * (n % greatest(invoices / clients, 1))) end,
      now() - make_interval(days => t.age), now()
    from bulk, generate_series(1, entries) n, lateral (select 1 + (n - 1) % tasks as k, 1 + (n - 1) % tasks % projects as p,
      1 + (n - 1) % tasks % projects % clients as c, ((entries - n)::bigint * 365 / entries)::integer as age,
      0.25 * (1 + n % 16) as hours, n % 10 > 0 as billable) t`
}
