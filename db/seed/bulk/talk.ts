import type postgres from "postgres"

/** Conversations with every client, what happened to invoices and tasks, and what the bells say. */
export async function loadTalk(sql: postgres.Sql) {
  await sql`insert into chat_threads (firm_id, id, client_id, day, created_at)
    select id, pg_temp.id('thread', no, n), pg_temp.id('client', no, 1 + (n - 1) % clients), current_date - 1 - (n - 1) / clients, now() - make_interval(days => 1 + (n - 1) / clients)
    from bulk, generate_series(1, clients * 2) n`
  await sql`insert into messages (firm_id, id, thread_id, client_id, author_kind, author_id, author_name, body, read_by_firm_at, read_by_client_at, created_at)
    select id, pg_temp.id('message', no, n), pg_temp.id('thread', no, 1 + (n - 1) % (clients * 2)), pg_temp.id('client', no, 1 + (n - 1) % clients),
      case when n % 2 = 0 then 'staff' else 'client' end, pg_temp.id('member', no, 1), 'Somebody', 'The figures are with you by Friday.',
      case when n % 97 > 0 then now() end, now(), now() - make_interval(days => 1 + (n - 1) % (clients * 2) / clients, mins => n % 600)
    from bulk, generate_series(1, clients * 6) n`
}

export async function loadEvents(sql: postgres.Sql) {
  await sql`insert into audit_events (firm_id, id, at, name, operation, subject_id, client_id, actor_kind, actor_id, actor_name)
    select id, pg_temp.id('event', no, n), now() - make_interval(mins => (invoices - n) * 25), 'invoice.created', 'invoices.create', pg_temp.id('invoice', no, n),
      pg_temp.id('client', no, 1 + (n - 1) % clients), 'staff', pg_temp.id('member', no, 1 + n % members), 'Member ' || 1 + n % members
    from bulk, generate_series(1, invoices) n`
  await sql`insert into audit_events (firm_id, id, at, name, operation, subject_id, client_id, actor_kind, actor_id, actor_name)
    select id, pg_temp.id('taskevent', no, n), now() - make_interval(mins => (tasks / 2 - n) * 20), 'task.created', 'tasks.create', pg_temp.id('task', no, n),
      pg_temp.id('client', no, 1 + (n - 1) % projects % clients), 'staff', pg_temp.id('member', no, 1 + n % members), 'Member ' || 1 + n % members
    from bulk, generate_series(1, tasks / 2) n`
  await sql`insert into notifications (firm_id, id, member_id, event_id, event, subject_kind, subject_id, read_at, created_at)
    select id, pg_temp.id('bell', no, n), pg_temp.id('member', no, 1 + n % members), pg_temp.id('taskevent', no, n), 'task.assigned', 'task', pg_temp.id('task', no, n),
      case when n % 10 > 0 then now() end, now() - make_interval(mins => (tasks / 2 - n) * 20) from bulk, generate_series(1, tasks / 2) n`
}

/** What the worker would do within a second. */
export const sealEvents = (sql: postgres.Sql) => sql`select app.seal_audit()`
