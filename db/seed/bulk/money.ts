import type postgres from "postgres"

/** Invoices as drafts with their lines, then issued and mostly paid: an issued one takes no lines. */
export async function loadInvoices(sql: postgres.Sql) {
  await sql`insert into invoices (firm_id, id, client_id, project_id, currency, subtotal, tax_total, total, notes, created_at, updated_at)
    select id, pg_temp.id('invoice', no, n), pg_temp.id('client', no, c), case when n % 2 = 0 and c <= projects then pg_temp.id('project', no, c) end, currency,
      t.net, t.net / 10, t.net * 1.1, 'Thank you.', now() - make_interval(days => t.age), now()
    from bulk, generate_series(1, invoices) n, lateral (select 1 + (n - 1) % clients as c, ((invoices - n)::bigint * 400 / invoices)::integer as age,
      3 * (1 + n % 8) * (100.00 + n % 300) as net) t`
  await sql`insert into invoice_lines (firm_id, id, invoice_id, position, description, quantity, unit_price, tax_rate, amount, tax)
    select id, pg_temp.id('line' || p, no, n), pg_temp.id('invoice', no, n), p, pg_temp.subject(n + p), 1 + n % 8, 100.00 + n % 300, 10,
      (1 + n % 8) * (100.00 + n % 300), (1 + n % 8) * (100.00 + n % 300) / 10
    from bulk, generate_series(1, invoices) n, generate_series(1, 3) p`
}

export async function issueInvoices(sql: postgres.Sql) {
  await sql`update invoices i set number = 'INV-' || extract(year from t.day) || '-' || lpad(t.n::text, 5, '0'), issued_on = t.day, due_on = t.day + 14,
      status = t.status, sent_at = t.day, viewed_at = case when t.status in ('viewed', 'part_paid', 'paid') then t.day end,
      paid_at = case t.status when 'paid' then t.day + 10 end, amount_paid = case t.status when 'paid' then i.total when 'part_paid' then i.total / 2 else 0 end
    from (select d.firm_id, d.id, n, current_date - ((b.invoices - n)::bigint * 400 / b.invoices)::integer as day,
        case when n < b.invoices * 0.85 then 'paid' when n < b.invoices * 0.87 then 'part_paid' when n < b.invoices * 0.93 then 'sent' else 'viewed' end as status
      from bulk b join invoices d on d.firm_id = b.id, lateral (select pg_temp.number(d.id) as n) x where n <= b.invoices * 0.97) t
    where i.firm_id = t.firm_id and i.id = t.id`
  await sql`insert into number_series (firm_id, series, year, last)
    select id, 'INV', year, invoices from bulk, generate_series(extract(year from current_date)::integer - 2, extract(year from current_date)::integer + 1) year`
  await sql`insert into payments (firm_id, id, client_id, invoice_id, amount, applied_amount, currency, method, received_on, created_at, updated_at)
    select i.firm_id, pg_temp.kin('payment', i.id), i.client_id, i.id, i.amount_paid, i.amount_paid, i.currency, 'bank_transfer', i.issued_on + 10, i.issued_on + 10, now()
    from bulk b join invoices i on i.firm_id = b.id where i.amount_paid > 0`
}

/** The postings of what was issued and paid; in one transaction each with its lines, which the database compares. */
export async function postLedger(sql: postgres.Sql) {
  await sql.begin(async (tx) => {
    await tx`insert into ledger_transactions (firm_id, id, kind, source_id, source_key, description, posted_on, created_at)
      select i.firm_id, pg_temp.kin('issued', i.id), 'invoice.issued', i.id, 'invoice.issued:' || i.id, i.number, i.issued_on, i.issued_on
      from bulk b join invoices i on i.firm_id = b.id where i.number is not null`
    await tx`insert into ledger_entries (firm_id, id, transaction_id, line, account_code, debit, credit, currency)
      select i.firm_id, pg_temp.kin('issued' || l.line, i.id), pg_temp.kin('issued', i.id), l.line, l.code, l.debit, l.credit, i.currency
      from bulk b join invoices i on i.firm_id = b.id,
        lateral (values (1, '1100', i.total, 0), (2, '4000', 0, i.subtotal), (3, '2200', 0, i.tax_total)) l(line, code, debit, credit)
      where i.number is not null`
  })
  await sql.begin(async (tx) => {
    await tx`insert into ledger_transactions (firm_id, id, kind, source_id, source_key, description, posted_on, created_at)
      select p.firm_id, pg_temp.kin('paid', p.id), 'payment.received', p.id, 'payment.received:' || p.id, '', p.received_on, p.received_on
      from bulk b join payments p on p.firm_id = b.id`
    await tx`insert into ledger_entries (firm_id, id, transaction_id, line, account_code, debit, credit, currency)
      select p.firm_id, pg_temp.kin('paid' || l.line, p.id), pg_temp.kin('paid', p.id), l.line, l.code, l.debit, l.credit, p.currency
      from bulk b join payments p on p.firm_id = b.id, lateral (values (1, '1000', p.amount, 0), (2, '1100', 0, p.amount)) l(line, code, debit, credit)`
  })
  await sql`insert into credit_ledger_entries (firm_id, id, client_id, amount, currency, reason, created_at)
    select id, pg_temp.id('credit', no, n), pg_temp.id('client', no, 1 + (n - 1) % clients), 25, currency, 'Goodwill', now() - interval '30 days'
    from bulk, generate_series(1, clients) n`
}
